using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement rejected</c> beside a running product.</summary>
public sealed class RejectedTests
{
    private const string Bad = """{"actor":{"mbox":"mailto:ann.smith@example.org"},"verb":{"id":"tried"},"object":{"id":"https://lms.example.org/q"}}""";

    [Fact]
    public async Task Nothing_rejected_is_said_so()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await EngagementProcess.RunAsync("migrate", "--data", folder.Path)).Code);
        Assert.Equal((0, "Nothing was rejected.\n", ""), await EngagementProcess.RunAsync("rejected", "--data", folder.Path));
        var (code, output, errors) = await EngagementProcess.RunAsync("rejected", "--since", "soon", "--data", folder.Path);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("--since takes 30m, 12h, 7d or 2w", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_are_listed_with_advice_shown_when_asked_for_and_sent_again_once_mended()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        await using var serve = EngagementProcess.Start(
            new Dictionary<string, string>(), "serve", "--roles", "ingest", "--urls", "http://127.0.0.1:0", "--data", data);
        string[] addresses = ["kafka.address", "clickhouse.address"];
        await Until.TrueAsync(() => serve.HasEnded || addresses.All(a => File.Exists(Path.Combine(data, a))), "both engines answer");
        Assert.Equal(0, (await EngagementProcess.RunAsync("replay", folder.Write("bad.jsonl", Bad, Bad, "nonsense"), "--wait", "--data", data)).Code);

        var (code, table, errors) = await EngagementProcess.RunAsync("rejected", "--since", "7d", "--data", data);
        Assert.True(code == 0, errors);
        Assert.Contains("lms.example.org", table, StringComparison.Ordinal);
        Assert.Contains("$.verb.id", table, StringComparison.Ordinal);
        Assert.Contains("→ Use a full IRI with a scheme", table, StringComparison.Ordinal);
        Assert.DoesNotContain("ann.smith", table, StringComparison.Ordinal);
        Assert.Contains("ann.smith", (await EngagementProcess.RunAsync("rejected", "--show", "--data", data)).Output, StringComparison.Ordinal);

        var line = (await EngagementProcess.RunAsync("rejected", "--rule", "iri", "--format", "json", "--data", data)).Output;
        var group = JsonDocument.Parse(line).RootElement;
        Assert.Equal(("iri", 2, 0), (group.GetProperty("rule").GetString(), group.GetProperty("count").GetInt32(), group.GetProperty("sent_again").GetInt32()));
        Assert.Equal(JsonValueKind.Null, group.GetProperty("example").GetProperty("bytes").ValueKind);

        var (again, said, _) = await EngagementProcess.RunAsync("rejected", "--replay", "--data", data);
        Assert.Equal(1, again);
        Assert.StartsWith("0 letters sent to learner-events, 3 would be refused again\n         2  iri, such as at $.verb.id:", said, StringComparison.Ordinal);

        var mended = folder.Write("mended.jsonl", Bad.Replace("\"tried\"", "\"https://lms.example.org/tried\"", StringComparison.Ordinal));
        Assert.Equal((0, "1 messages sent to learner-events, 0 would be refused again\n", ""), await EngagementProcess.RunAsync("rejected", "--replay", mended, "--data", data));
        using var client = new ClickHouseClient(new ClickHouseOptions { Url = await File.ReadAllTextAsync(Path.Combine(data, "clickhouse.address")) });
        await Until.TrueAsync(async () => await client.ScalarAsync("SELECT count() FROM statements FINAL") == "1", "the mended one is stored");
    }
}
