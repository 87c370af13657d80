using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Statements;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Statements;

/// <summary>What must hold for any bytes, and for any way to write a statement down.</summary>
public sealed class PropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly byte[] Full = Encoding.UTF8.GetBytes(Sample.Full);
    private static readonly Verdict Expected = Reading.Accepted(Sample.Full);

    [Fact]
    public void Any_bytes_get_a_verdict() => Prop
        .ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Reading.All(bytes).Count > 0)
        .Check(Runs);

    [Fact]
    public void Any_pieces_of_JSON_get_a_verdict()
    {
        var piece = Gen.Elements("{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u12\"", "1", "-", "1e5", "true", "null", " ", "\"", "\\", "é", "\0", "\"actor\":", "\"id\":\"x:y\"");
        Prop.ForAll(Arb.From(Gen.ListOf(piece)), pieces => Reading.All(string.Concat(pieces)).Count > 0).Check(Runs);
    }

    [Fact]
    public void Any_damage_to_a_statement_gets_a_verdict_that_agrees_with_the_platforms_own_reader()
    {
        var damage = Gen.Choose(0, Full.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(b => (At: at, Byte: (byte)b)));
        Prop.ForAll(Arb.From(Gen.ListOf(damage, 3)), changes =>
        {
            var bytes = Full.ToArray();
            foreach (var (at, b) in changes) bytes[at] = b;
            var verdicts = Reading.All(bytes); // several, where the first brace became a bracket
            Assert.NotEmpty(verdicts);
            Assert.Equal(IsJson(bytes), verdicts.TrueForAll(verdict => verdict.Rule is not (Rules.Json or Rules.Utf8)));
        }).Check(Runs);
    }

    [Fact]
    public void Order_of_keys_white_space_and_escapes_change_nothing() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var other = new StringBuilder();
        Write(JsonNode.Parse(Sample.Full), other, random);
        var verdict = Reading.Accepted(other.ToString());
        Assert.Equal(Expected, verdict);
    }).Check(Runs.WithMaxTest(300));

    [Fact]
    public void Any_statement_in_an_array_gets_the_verdict_it_gets_alone() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var statements = Enumerable.Range(0, random.Next(1, 8))
            .Select(_ => random.Next(3) switch { 0 => Sample.Full, 1 => Sample.Least, _ => Sample.With("actor", null) })
            .ToList();
        var alone = statements.Select((s, i) => Reading.One(s) with { Index = i, Path = "", RawLength = 0 });
        var together = Reading.All($"[{string.Join(',', statements)}]").Select(v => v with { Path = "", RawLength = 0 });
        Assert.Equal(alone, together);
    }).Check(Runs.WithMaxTest(200));

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static void Write(JsonNode? node, StringBuilder target, Random random)
    {
        Blanks(target, random);
        switch (node)
        {
            case JsonObject o:
                var members = o.ToArray();
                random.Shuffle(members);
                target.Append('{');
                for (var i = 0; i < members.Length; i++)
                {
                    if (i > 0) target.Append(',');
                    Blanks(target, random);
                    WriteString(members[i].Key, target, random);
                    Blanks(target, random);
                    target.Append(':');
                    Write(members[i].Value, target, random);
                }

                target.Append('}');
                break;
            case JsonArray a:
                target.Append('[');
                for (var i = 0; i < a.Count; i++)
                {
                    if (i > 0) target.Append(',');
                    Write(a[i], target, random);
                }

                target.Append(']');
                break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.String:
                WriteString(v.GetValue<string>(), target, random);
                break;
            default:
                target.Append(node?.ToJsonString() ?? "null");
                break;
        }

        Blanks(target, random);
    }

    private static void WriteString(string text, StringBuilder target, Random random)
    {
        target.Append('"');
        foreach (var c in text)
        {
            if (random.Next(10) == 0) target.Append($"\\u{(int)c:x4}");
            else target.Append(c);
        }

        target.Append('"');
    }

    private static void Blanks(StringBuilder target, Random random)
    {
        if (random.Next(4) == 0) target.Append(" \t\r\n"[random.Next(4)]);
    }
}
