using System.IO.Compression;
using System.Text;
using Engagement.Tests;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement analyze</c>, from files to figures.</summary>
public sealed class AnalyzeTests
{
    [Fact]
    public async Task The_worked_example_gets_its_statuses_and_seconds_before_and_after_the_late_answer()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        var outline = folder.Write("outline.json", WorkedExample.Outline);
        var before = folder.Write("before.jsonl", WorkedExample.Statements);

        await AnalyzeAsync(before, "--outline", outline, "--data", data);
        Assert.Equal("""
            S1	engaged	240	240	0	0
            S2	rushed	12	12	0	0
            S3	engaged	40	40	1	0
            S4	unknown	0	900	0	1
            """, await Tables.AskAsync(data, WorkedExample.Question));
        Assert.Equal("S1\t0\nS2\t1\nS3\t0\nS4\t\\N", await Tables.AskAsync(data, "SELECT section_id, skip_rate FROM section_summary ORDER BY position"));

        await AnalyzeAsync(folder.Write("late.jsonl", WorkedExample.LateAnswer), "--data", data);
        Assert.Equal("""
            S1	engaged	240	240	0	0
            S2	deferred	12	912	0	1
            S3	engaged	40	40	1	0
            S4	unknown	0	900	0	1
            """, await Tables.AskAsync(data, WorkedExample.Question));
    }

    [Fact]
    public async Task What_cannot_be_read_is_rejected_with_its_reason_and_the_rest_goes_through()
    {
        using var folder = new TemporaryFolder();
        var good = WorkedExample.Statements.ToList();
        var file = folder.File("mixed.jsonl");
        await using (var output = File.Create(file))
        {
            void Line(ReadOnlySpan<byte> bytes)
            {
                output.Write(bytes);
                output.WriteByte((byte)'\n');
            }
            Line(Encoding.UTF8.GetBytes(good[0]));
            Line("{\"actor\": "u8);
            Line(""u8);
            Line(Encoding.UTF8.GetBytes(good[0].Replace("Ada Example", new string('x', 5_000_000), StringComparison.Ordinal)));
            Line([.. "{\"actor\":\""u8, 0xFF, .. "\"}"u8]);
            Line(Encoding.UTF8.GetBytes(new string('[', 10_000) + new string(']', 10_000)));
            foreach (var statement in good.Skip(1)) Line(Encoding.UTF8.GetBytes(statement));
        }

        var output2 = await AnalyzeAsync(file, "--outline", folder.Write("outline.json", WorkedExample.Outline), "--data", folder.File("data"));
        Assert.Contains($"{good.Count} statements taken, 5 rejected", output2);
        var rejected = (await Tables.AskAsync(folder.File("data"),
            "SELECT rule, path, reason, bytes, dead_letter_offset >= 0 FROM rejected_events FINAL ORDER BY bytes")).Split('\n').Select(row => row.Split('\t')).ToList();
        Assert.Equal(5, rejected.Count);
        Assert.All(rejected, row =>
        {
            Assert.NotEmpty(row[0]);
            Assert.NotEmpty(row[2]);
            Assert.Equal("1", row[4]);
        });
        // The bomb is an array of statements with one element, which is what is refused.
        Assert.Equal(["0", "10", "13", "19998"], rejected.Take(4).Select(row => row[3]));
        Assert.True(int.Parse(rejected[4][3]) > 5_000_000);
        Assert.Equal(5, rejected.Select(row => row[2]).Distinct().Count());
    }

    [RealDataFact("statements/fun-mooc.jsonl.gz")]
    public async Task Real_statements_in_another_order_or_twice_over_give_the_same_sections()
    {
        var file = RealDataFactAttribute.PathOf("statements/fun-mooc.jsonl.gz");
        using var folder = new TemporaryFolder();
        Assert.Contains("22000 statements taken, 0 rejected", await AnalyzeAsync(file, "--data", folder.File("once")));
        Assert.Equal("22000\t1452", await Tables.AskAsync(folder.File("once"), "SELECT count(), uniqExact(learner_id) FROM statements FINAL"));
        var anonymous = Tables.Sections.Replace("learner_id, ", "", StringComparison.Ordinal);
        var sections = await Tables.AskAsync(folder.File("once"), anonymous);

        await AnalyzeAsync(file, "--data", folder.File("once"));
        Assert.Equal("22000\t1452", await Tables.AskAsync(folder.File("once"), "SELECT count(), uniqExact(learner_id) FROM statements FINAL"));
        Assert.Equal(sections, await Tables.AskAsync(folder.File("once"), anonymous));

        var lines = await ReadAsync(file);
        var shuffled = folder.Write("shuffled.jsonl", lines.Concat(lines).OrderBy(line => line.GetHashCode() ^ 0x5bd1e995).ToList());
        Assert.Contains("44000 statements taken, 0 rejected", await AnalyzeAsync(shuffled, "--data", folder.File("twice")));
        Assert.Equal("22000\t1452", await Tables.AskAsync(folder.File("twice"), "SELECT count(), uniqExact(learner_id) FROM statements FINAL"));
        Assert.Equal(sections, await Tables.AskAsync(folder.File("twice"), anonymous));
    }

    [Fact]
    public async Task Ids_that_come_again_with_other_content_are_counted_below_the_table()
    {
        using var folder = new TemporaryFolder();
        const string Id = "{\"id\":\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\",";
        var first = Id + WorkedExample.Statements[0][1..];
        var another = first.Replace("ada@", "bob@", StringComparison.Ordinal);
        var fine = await AnalyzeAsync(folder.Write("fine.jsonl", first, first), "--data", folder.File("data"));
        Assert.DoesNotContain("conflict", fine);
        var output = await AnalyzeAsync(folder.Write("conflicts.jsonl", another, first.Replace("/s1", "/s2", StringComparison.Ordinal)), "--data", folder.File("data"));
        Assert.Contains("2 statements taken, 0 rejected", output);
        Assert.Contains("2 conflicts: the same id with other content; the first stored counts", output);
        Assert.Equal("https://example.org/s1", await Tables.AskAsync(folder.File("data"), "SELECT activity_id FROM statements FINAL"));
    }

    [Fact]
    public async Task A_faulty_outline_is_refused_with_every_fault_before_anything_starts()
    {
        using var folder = new TemporaryFolder();
        var outline = folder.Write("outline.json", """{"course":"https://example.org/c","title":"C","version":"1","sections":[{"id":"a","title":"A","kind":"quiz","activities":["https://example.org/a"]},{"id":"a","title":"B","kind":"content","activities":["https://example.org/a"]}]}""");
        var (code, _, errors) = await EngagementProcess.RunAsync("analyze", folder.Write("s.jsonl", WorkedExample.Statements), "--outline", outline);
        Assert.Equal(1, code);
        Assert.Contains("$.sections[0].kind", errors);
        Assert.Contains("$.sections[1].id", errors);
        Assert.Contains("$.sections[1].activities[0]", errors);
    }

    [Fact]
    public async Task A_missing_file_is_one_clear_line()
    {
        var (code, output, errors) = await EngagementProcess.RunAsync("analyze", "/no/such/file.jsonl");
        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("/no/such/file.jsonl can't be read", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    private static async Task<string> AnalyzeAsync(params string[] arguments)
    {
        var (code, output, errors) = await EngagementProcess.RunAsync(["analyze", .. arguments]);
        Assert.True(code == 0, errors);
        return output;
    }

    private static async Task<List<string>> ReadAsync(string gzip)
    {
        await using var file = File.OpenRead(gzip);
        await using var plain = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line) lines.Add(line);
        return lines;
    }
}
