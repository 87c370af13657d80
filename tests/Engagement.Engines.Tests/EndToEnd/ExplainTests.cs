using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement explain</c>, from files to the table that people read.</summary>
public sealed class ExplainTests
{
    [Fact]
    public async Task The_worked_example_prints_its_table_before_and_after_the_answer()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        await DoneAsync("analyze", folder.Write("before.jsonl", WorkedExample.Statements), "--outline", folder.Write("outline.json", WorkedExample.Outline), "--data", data);

        var before = await DoneAsync("explain", "--learner", "mailto:ada@example.org", "--data", data);
        Assert.Contains("Worked example (https://example.org/course)", before, StringComparison.Ordinal);
        Holds(before, """
            2026-03-02 10:00:00 experienced S1 90 s 300 s the gap counts
            10:01:30 interacted S1 150 s 300 s the gap counts, until S2; visit 1: 240 s
            10:04:00 experienced S2 12 s 900 s the gap counts, until S3; visit 2: 12 s
            10:04:12 experienced S3 48 s 300 s the gap does not count, as the visit's time is declared
            10:05:00 exited S3 1500 s – declares 40 s, the visit's time, not the 48 s measured; an exit: the gap after it belongs to nobody; visit 3: 40 s
            10:30:00 experienced S4 – 900 s nothing follows: open-ended; visit 4: 0 to 900 s
            """);
        Holds(before, """
            1 S1 2026-03-02 10:00:00 2 240 s – 240 s 240 s went on to S2
            2 S2 10:04:00 1 12 s – 12 s 12 s went on to S3
            3 S3 10:04:12 2 48 s 40 s 40 s 40 s an exit declared
            4 S4 10:30:00 1 0 s – 0 s 900 s nothing follows open-ended
            """);
        Holds(before, """
            1 S1 One content 1 240 s 240 s engaged engaged at 10:04:00 by time: 240 s, and the floor is 18 s (15 % of the expected 120 s)
            2 S2 Two try-it 1 12 s 12 s rushed opened, no response, at most 12 s, and the floor is 45 s (15 % of the expected 300 s)
            3 S3 Three content 1 40 s 40 s engaged engaged at 10:05:00 by time: 40 s, and the floor is 10 s (nothing is expected)
            """);
        Assert.Matches(@"4 +S4 Four +think-about +1 +0 s +900 s +unknown +opened, no response, 0 to 900 s, and the floor is 30 s", before);
        Assert.DoesNotContain("Not all numbers", before, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", before, StringComparison.OrdinalIgnoreCase);

        await DoneAsync("analyze", folder.Write("late.jsonl", WorkedExample.LateAnswer), "--data", data);
        var after = await DoneAsync("explain", "--learner", "ada@example.org", "--section", "two", "--data", data);
        Holds(after, """
            …
            2026-03-02 10:01:30 interacted S1 150 s 300 s the gap counts, until S2; visit 1: 240 s
            10:04:00 experienced S2 12 s 900 s the gap counts, until S3; visit 2: 12 s
            10:04:12 experienced S3 48 s 300 s the gap does not count, as the visit's time is declared
            …
            10:30:00 experienced S4 1800 s 900 s the gap is longer than the cut-off: open-ended; visit 4: 0 to 900 s
            11:00:00 answered S2 – 900 s a response; nothing follows: open-ended; visit 5: 0 to 900 s
            """);
        Holds(after, "2 S2 Two try-it 2 12 s 912 s deferred engaged at 11:00:00 by a response (answered), after S3, a later section, was opened at 10:04:12");
        Holds(after, """
            not-reached no opened at 10:04:00
            deferred yes engaged at 11:00:00 by a response (answered), after S3, a later section, was opened at 10:04:12
            """);
        await AnswersAsync(data);
    }

    // The same folder, whoever is meant however.
    private static async Task AnswersAsync(string data)
    {
        var learner = await Tables.AskAsync(data, "SELECT DISTINCT learner_id FROM statements FINAL");
        var json = JsonDocument.Parse(await DoneAsync("explain", "--learner", learner[..4].ToUpperInvariant(), "--section", "4", "--json", "--data", data)).RootElement;
        Assert.Equal(learner, json.GetProperty("learner_id").GetString());
        Assert.Equal("unknown", Assert.Single(json.GetProperty("sections").EnumerateArray()).GetProperty("status").GetString());
        Assert.Equal(900m, json.GetProperty("totals").GetProperty("high_seconds").GetDecimal());
        Assert.Equal("2026-03-02T10:30:00+00:00", Assert.Single(json.GetProperty("visits").EnumerateArray()).GetProperty("started_at").GetString());

        Assert.Equal("The outline has no section S9; it has:\n  1. One (S1)\n  2. Two (S2)\n  3. Three (S3)\n  4. Four (S4)", await FailedAsync(data, learner, "--section", "S9"));
        Assert.Equal("The learner is in no course maths, but in:\n  https://example.org/course", await FailedAsync(data, learner, "--course", "maths"));
        var nobody = await FailedAsync(data, "bob@example.org");
        Assert.StartsWith("There is no statement of the identifier given", nobody, StringComparison.Ordinal);
        Assert.EndsWith("Learners known: 1.", nobody, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", nobody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Bob", await FailedAsync(data, "Bob"), StringComparison.OrdinalIgnoreCase);
        var other = learner[0] == '0' ? '1' : '0';
        Assert.Equal($"No learner's pseudonym begins with {other}{learner[1..8]}. Learners known: 1.", await FailedAsync(data, other + learner[1..8]));
        var whole = other + learner[1..];
        Assert.Equal($"There is no statement of the pseudonym {whole}. Learners known: 1.", await FailedAsync(data, whole));
    }

    [Fact]
    public async Task Whoever_and_wherever_could_be_meant_is_listed()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        Assert.EndsWith("Learners known: 0.", await FailedAsync(clickHouse, "abcd"), StringComparison.Ordinal);
        var (one, other, facilitator) = (new Guid("abcd1111-0000-0000-0000-000000000001"), new Guid("abcd2222-0000-0000-0000-000000000002"), new Guid("abcd3333-0000-0000-0000-000000000003"));
        await clickHouse.StoreAsync([Said(one, "maths"), Said(one, "music"), Said(other, "maths"), Said(facilitator, "maths") with { Role = "feedback" }]);
        Assert.Contains($"There are statements of the pseudonym {other} (1), but", await FailedAsync(clickHouse, other.ToString()), StringComparison.Ordinal);
        await new MetricsRun(clickHouse, Options.Create(new MetricsOptions())).RunAsync();

        Assert.Equal($"Several pseudonyms begin with abcd; give more of the one you mean:\n  {one}\n  {other}", await FailedAsync(clickHouse, "abcd"));
        Assert.Equal(
            "This is a learner of several courses. Pick one with --course:\n  https://example.org/maths\n  https://example.org/music", await FailedAsync(clickHouse, "abcd1"));
        Assert.Contains("is a learner of no course", await FailedAsync(clickHouse, facilitator.ToString()), StringComparison.Ordinal);
        var (code, output, errors) = await AskAsync(clickHouse, "abcd1", "--course", "music");
        Assert.True(code == 0, errors);
        Holds(output, """
            2026-01-05 08:00:00 experienced page 0 s 300 s the gap counts, until another course, https://example.org/maths; visit 1: 0 s
            """);
    }

    private static ReferenceStatement Said(Guid learner, string course) => new()
    {
        Id = new Guid(course == "music" ? 1 : 2, 0, 0, learner.ToByteArray()[8..]), Learner = learner, Course = "https://example.org/" + course,
        Groupings = ["https://example.org/" + course], Verb = "http://adlnet.gov/expapi/verbs/experienced", Role = "enter",
        Activity = $"https://example.org/{course}/page", At = 1_767_600_000_000_000, StoredAt = 1_767_600_000_000_000,
    };

    private static async Task<string> FailedAsync(ClickHouseClient clickHouse, string learner)
    {
        var (code, output, errors) = await AskAsync(clickHouse, learner);
        Assert.Equal((1, ""), (code, output));
        return errors["engagement: ".Length..].TrimEnd('\n');
    }

    // Over the tests' own engine, so that a run costs no start of one.
    private static Task<(int Code, string Output, string Errors)> AskAsync(ClickHouseClient clickHouse, string learner, params string[] more) => EngagementProcess.RunAsync(
        new Dictionary<string, string> { ["ClickHouse__Url"] = clickHouse.Url.ToString(), ["ClickHouse__Database"] = clickHouse.Database },
        ["explain", "--learner", learner, .. more]);

    private static async Task<string> DoneAsync(params string[] arguments)
    {
        var (code, output, errors) = await EngagementProcess.RunAsync(arguments);
        Assert.True(code == 0, errors);
        return output;
    }

    private static async Task<string> FailedAsync(string data, string learner, params string[] more)
    {
        var (code, output, errors) = await EngagementProcess.RunAsync(["explain", "--data", data, "--learner", learner, .. more]);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("engagement: ", errors, StringComparison.Ordinal);
        return errors["engagement: ".Length..].TrimEnd('\n');
    }

    // Lines that follow each other, whatever room the table gives its columns.
    private static void Holds(string output, string lines) => Assert.Contains(Close(lines), Close(output), StringComparison.Ordinal);

    private static string Close(string text) =>
        string.Join('\n', text.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
