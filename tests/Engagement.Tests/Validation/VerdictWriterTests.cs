using System.Text;
using System.Text.Json;
using Engagement.Kafka.Files;
using Engagement.Statements;
using Engagement.Validation;

namespace Engagement.Tests.Validation;

/// <summary>Verdicts as people and programs get them.</summary>
public sealed class VerdictWriterTests
{
    private const string Good = """{"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"x:v"},"object":{"id":"x:o"}}""";
    private const string Bad = """{"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"v"},"object":{"id":"x:o"}}""";
    private const string NoScheme = "The text is no IRI: it needs a scheme such as https: and no blanks.";

    private static readonly FileVerdict[] OfEachKind =
    [
        new("a \"b\" é.jsonl", 1, 0, Verdict.Accepted),
        new("c.jsonl", 2_000_000_000_000, 3, Verdict.Rejected, "iri", "$[3].verb.id", NoScheme),
        new("c.jsonl", 7, 0, Verdict.Ignored, "unused-event", Reason: "Nothing is made of it."),
    ];

    [Fact]
    public void Json_has_one_object_a_line_with_all_keys_in_order()
    {
        using var output = new MemoryStream();
        using (var writer = new JsonVerdicts(output))
            foreach (var verdict in OfEachKind) writer.Write(verdict);
        Assert.Equal("""
            {"file":"a \"b\" é.jsonl","line":1,"index":0,"verdict":"accepted","rule":null,"path":null,"reason":null}
            {"file":"c.jsonl","line":2000000000000,"index":3,"verdict":"rejected","rule":"iri","path":"$[3].verb.id","reason":"The text is no IRI: it needs a scheme such as https: and no blanks."}
            {"file":"c.jsonl","line":7,"index":0,"verdict":"ignored","rule":"unused-event","path":null,"reason":"Nothing is made of it."}

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void Text_shows_what_is_not_accepted_and_counts_by_rule()
    {
        var output = new StringWriter();
        var counts = new VerdictCounts();
        using (var writer = new TextVerdicts(output))
        {
            foreach (var verdict in OfEachKind)
            {
                counts.Add(verdict);
                writer.Write(verdict);
            }
            writer.Finish(counts);
        }
        Assert.Equal($"""
            c.jsonl:2000000000000: iri at $[3].verb.id: {NoScheme}
            c.jsonl:7: ignored: unused-event: Nothing is made of it.
            1 statements accepted, 1 rejected, 1 ignored
                     1  iri
                     1  unused-event

            """.ReplaceLineEndings("\n"), output.ToString());
    }

    [Fact]
    public async Task Arrays_on_a_line_are_told_apart_by_index_and_lines_by_number()
    {
        var verdicts = await JudgeAsync($"{Good}\n[{Good},{Bad},{Good}]\n\n{Bad}\n");
        Assert.Equal(
            [(1, 0, null), (2, 0, null), (2, 1, Rules.Iri), (2, 2, null), (3, 0, Rules.Empty), (4, 0, Rules.Iri)],
            verdicts.Select(v => (v.Line, v.Index, v.Rule)));
        Assert.Equal("$[1].verb.id", verdicts[2].Path);
        Assert.Equal("$.verb.id", verdicts[5].Path);
    }

    [Fact]
    public async Task Elements_of_a_file_that_is_one_array_are_counted() => Assert.Equal(
        [(1, 0, null), (2, 0, Rules.Iri), (3, 0, null)],
        (await JudgeAsync($"[\n{Good},\n{Bad},\n{Good}\n]\n")).Select(v => (v.Line, v.Index, v.Rule)));

    [Fact]
    public async Task Statement_too_long_to_read_and_array_cut_short_are_refused_under_their_rules()
    {
        Assert.Equal([null, Rules.Size, null], (await JudgeAsync($"{Good}\n{Bad.Replace("x:o", new string('x', 9000))}\n{Good}\n")).Select(v => v.Rule));
        Assert.Equal([null, Rules.Json], (await JudgeAsync($"[\n{Good},\n")).Select(v => v.Rule));
    }

    private static async Task<List<(int Line, int Index, string? Rule, string? Path)>> JudgeAsync(string file)
    {
        using var output = new MemoryStream();
        using (var writer = new JsonVerdicts(output))
        {
            using var input = new MemoryStream(Encoding.UTF8.GetBytes(file));
            var messages = StatementFiles.ReadAsync(input, "file", maxMessageBytes: 4096, CancellationToken.None);
            await new FileValidation(new ReadingOptions(), writer, TimeProvider.System).RunAsync(messages, CancellationToken.None);
        }
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var verdict = JsonDocument.Parse(line).RootElement;
            return (verdict.GetProperty("line").GetInt32(), verdict.GetProperty("index").GetInt32(), verdict.GetProperty("rule").GetString(), verdict.GetProperty("path").GetString());
        })];
    }
}
