using Engagement.Engines.Tests.Ingest;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement validate</c>, as a platform's developer or a build runs it.</summary>
public sealed class ValidateTests
{
    private const string Good = """{"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"x:v"},"object":{"id":"x:o"}}""";
    private const string Zoneless = """{"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"x:v"},"object":{"id":"x:o"},"timestamp":"2026-01-31T09:30:00"}""";

    [Fact]
    public async Task Good_file_ends_with_0_and_leaves_no_data_behind()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        var (code, output, errors) = await EngagementProcess.RunAsync("validate", folder.Write("s.jsonl", Good, Zoneless), "--data", data);
        Assert.Equal((0, "2 statements accepted, 0 rejected\n", ""), (code, output, errors));
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Rejected_statement_ends_with_1_and_is_named_by_line_rule_path_and_reason()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("s.jsonl", Good, $"[{Good},{Zoneless.Replace("x:v", "v", StringComparison.Ordinal)}]");
        var (code, output, _) = await EngagementProcess.RunAsync("validate", file);
        Assert.Equal(1, code);
        Assert.Equal($"""
            {file}:2: iri at $[1].verb.id: The text is no IRI: it needs a scheme such as https: and no blanks.
            2 statements accepted, 1 rejected
                     1  iri

            """, output);
    }

    [Fact]
    public async Task What_is_ignored_is_shown_and_is_no_failure()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("s.jsonl", Good, Sample.UnusedEvent);
        var (code, output, _) = await EngagementProcess.RunAsync("validate", file);
        Assert.Equal(0, code);
        Assert.Equal($"""
            {file}:2: ignored: unused-event: A valid event of Caliper of a type that tells nothing that is counted.
            1 statements accepted, 0 rejected, 1 ignored
                     1  unused-event

            """, output);
        Assert.Contains(
            """"index":0,"verdict":"ignored","rule":"unused-event","path":null,"reason":"A valid event of Caliper of a type that tells nothing that is counted."}"""",
            (await EngagementProcess.RunAsync("validate", file, "--format", "json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_and_the_specification_are_asked_for_by_option()
    {
        using var folder = new TemporaryFolder();
        var first = folder.Write("one.jsonl", Good);
        var second = folder.Write("two.json", "[", Good, ",", Zoneless, "]");
        var (code, output, _) = await EngagementProcess.RunAsync("validate", first, second, "--spec", "2.0", "--format", "json");
        Assert.Equal(1, code);
        Assert.Equal($$"""
            {"file":"{{first}}","line":1,"index":0,"verdict":"accepted","rule":null,"path":null,"reason":null}
            {"file":"{{second}}","line":1,"index":0,"verdict":"accepted","rule":null,"path":null,"reason":null}
            {"file":"{{second}}","line":2,"index":0,"verdict":"rejected","rule":"timestamp","path":"$.timestamp","reason":"The text is no RFC 3339 time of 1900 to 2299 with a zone, such as 2026-01-31T09:30:00Z."}

            """, output);
        Assert.Equal(0, (await EngagementProcess.RunAsync("validate", first, second, "--format", "json")).Code);
    }

    [Fact]
    public async Task Settings_of_ingest_hold_here_too_and_options_win_over_them()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("s.jsonl", Zoneless);
        Assert.Equal(1, (await EngagementProcess.RunAsync("validate", file, "--set", "Statements:DefaultSpec=V2")).Code);
        Assert.Equal(0, (await EngagementProcess.RunAsync("validate", file, "--set", "Statements:DefaultSpec=V2", "--spec", "1.0.3")).Code);
        Assert.Equal(1, (await EngagementProcess.RunAsync(
            new Dictionary<string, string> { ["Statements__AllowZonelessTimes"] = "false" }, "validate", file)).Code);
    }

    [Fact]
    public async Task Settings_that_can_not_work_are_all_told_and_nothing_is_judged()
    {
        var (code, output, errors) = await EngagementProcess.RunAsync(
            "validate", "-", "--set", "Statements:MaxDepth=5000", "--set", "Statements:AllowMissingIds=true", "--set", "Statements:MaxAhead=-1:00:00");
        Assert.Equal((78, ""), (code, output));
        Assert.Contains("Statements:MaxDepth is 5000; it must be from 1 to 1000.", errors, StringComparison.Ordinal);
        Assert.Contains("Statements:AllowMissingIds is no setting; there are MaxStatementBytes, MaxDepth,", errors, StringComparison.Ordinal);
        Assert.Contains("Statements:MaxAhead is -01:00:00; it must not be negative.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_file_is_one_clear_line()
    {
        var (code, output, errors) = await EngagementProcess.RunAsync("validate", "/no/such/file.jsonl");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("/no/such/file.jsonl can't be read", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }
}
