using System.Text;

namespace Engagement.Tests.Statements;

/// <summary>No message of a megabyte costs more than a moment, however it was made up.</summary>
[Collection(nameof(LinearTimeTests))]
public sealed class LinearTimeTests
{
    // Of the processor, not the clock: others may be busy. Linear ones take less than a second even unoptimised; what
    // grows with the square of its size takes minutes.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Kinds =>
        ["keys", "escaped keys", "keys with one long prefix", "components", "parents", "escaped parents", "languages", "members", "array", "open brackets", "digits"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hostile_megabyte_is_read_in_a_moment(string kind)
    {
        var message = Encoding.UTF8.GetBytes(Make(kind));
        var before = Environment.CpuUsage.TotalTime;
        Assert.NotEmpty(Reading.All(message));
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, Bound);
    }

    private static string Make(string kind) => kind switch
    {
        "keys" => In("context extensions", Object(80_000, i => $"\"x:{i}\":1")),
        "escaped keys" => Raw("context", $$"""{"extensions":{{Object(60_000, i => $"\"\\u0078:{i}\":1")}}}"""),
        "keys with one long prefix" => Raw("context", $$"""{"extensions":{{Object(900, i => $"\"x:{new string('a', 1000)}{i}\":1")}}}"""),
        "components" => In("object definition", $$"""{"interactionType":"choice","choices":{{Array(60_000, i => $$"""{"id":"{{i}}"}""")}}}"""),
        "parents" => In("context contextActivities", $$"""{"parent":{{Array(50_000, i => $$"""{"id":"x:{{i}}"}""")}}}"""),
        "escaped parents" => Raw("context", $$"""{"contextActivities":{"parent":{{Array(40_000, i => $$"""{"id":"\u0078:{{i}}"}""")}} } }"""),
        "languages" => In("object definition name", Object(60_000, i => $"\"x-{i}\":\"Try {i}\"")),
        "members" => In("actor", $$"""{"objectType":"Group","mbox":"mailto:a@b.c","member":{{Array(30_000, i => $$"""{"mbox":"mailto:{{i}}@b.c"}""")}}}"""),
        "array" => Array(300_000, i => "{}"),
        "open brackets" => new string('[', 1_000_000),
        "digits" => In("result duration", $"\"PT{new string('9', 900_000)}S\""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string In(string path, string json) => Sample.With(path, json);

    /// <summary>Unlike <see cref="In"/> keeps the escapes.</summary>
    private static string Raw(string key, string json) => Sample.Least.TrimEnd()[..^1] + $",\"{key}\":{json}}}";

    private static string Object(int count, Func<int, string> member) => $"{{{string.Join(',', Enumerable.Range(0, count).Select(member))}}}";

    private static string Array(int count, Func<int, string> item) => $"[{string.Join(',', Enumerable.Range(0, count).Select(item))}]";
}

/// <summary>Alone: the time of the whole process is measured.</summary>
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
public sealed class LinearTimeTestsRunAlone;
