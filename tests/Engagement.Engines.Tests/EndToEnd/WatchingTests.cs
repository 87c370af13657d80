using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Ingest;
using Engagement.Processes;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>What an operator's tools get of a running product: health over HTTP, metrics over OTLP.</summary>
public sealed class WatchingTests
{
    private const string Statement = """{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"x:v"},"object":{"id":"https://lms.example.org/q"}}""";

    [Fact]
    public async Task Meters_are_exported_by_OTLP_where_a_collector_is_named()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await OtlpCollector.StartAsync();
        var environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        };
        await using var serve = await ServeAsync(folder, environment, "--roles", "ingest,metrics", "--urls", "http://127.0.0.1:0");
        await ReplayAsync(folder, Statement, "nonsense", Sample.UnusedEvent);
        string[] names =
        [
            "engagement", "messaging.client.consumed.messages", "messaging.process.duration", "messaging.client.sent.messages",
            "messaging.client.operation.duration", "db.client.operation.duration", "db.collection.name", "engagement.ingest.rejected",
            "engagement.ingest.ignored", "engagement.ingest.lag", "engagement.ingest.unflushed.age", "engagement.metrics.run.duration",
            "engagement.metrics.run.age", "dotnet.gc.collections",
        ];
        await Until.TrueAsync(() => !collector.Missing(names).Any(), "everything is exported; missing: " + string.Join(", ", collector.Missing(names)));
        Assert.Contains("OpenTelemetry", Loaded(serve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worker_without_pages_answers_for_its_health_on_a_port_of_its_own_and_loads_nothing_to_export()
    {
        using var folder = new TemporaryFolder();
        var health = $"http://127.0.0.1:{FreePort.Find()}";
        await using var serve = await ServeAsync(folder, new() { ["Health__Url"] = health }, "--roles", "ingest");
        using var http = new HttpClient { BaseAddress = new Uri(health) };
        await Until.TrueAsync(async () => await StatusAsync(http, "/health/ready") == HttpStatusCode.OK, "it is ready");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/health/live"));
        await ReplayAsync(folder, Statement, "nonsense");
        var ready = await http.GetFromJsonAsync<JsonElement>("/health/ready");
        var check = Assert.Single(ready.GetProperty("checks").EnumerateArray());
        Assert.Equal(("Healthy", "ingest-ready", "Healthy"), (ready.GetProperty("status").GetString(), check.GetProperty("name").GetString(), check.GetProperty("status").GetString()));
        Assert.StartsWith("Holds ", check.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, check.GetProperty("data").GetProperty("rejected_by_rule").GetProperty("json").GetInt32());
        Assert.DoesNotContain("OpenTelemetry", Loaded(serve), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_not_on_the_port_for_health_and_health_is_on_both()
    {
        using var folder = new TemporaryFolder();
        var pages = $"http://127.0.0.1:{FreePort.Find()}";
        var health = $"http://127.0.0.1:{FreePort.Find()}";
        await using var serve = await ServeAsync(folder, [], "--urls", pages, "--set", $"Health:Url={health}");
        using var onPages = new HttpClient { BaseAddress = new Uri(pages) };
        using var onHealth = new HttpClient { BaseAddress = new Uri(health) };
        await Until.TrueAsync(async () => await StatusAsync(onPages, "/health/ready") == HttpStatusCode.OK, "it is ready");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(onHealth, "/health/ready"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(onPages, "/api/health"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(onHealth, "/api/health"));
        var ready = await onPages.GetFromJsonAsync<JsonElement>("/health/ready");
        Assert.Equal(["alerts", "alerts-delivery", "attrition", "clickhouse", "ingest-ready", "metrics"], ready.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("name").GetString()).Order());
    }

    private static async Task<EngagementProcess> ServeAsync(TemporaryFolder folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var serve = EngagementProcess.Start(environment, ["serve", "--data", folder.File("data"), .. arguments]);
        string[] addresses = ["kafka.address", "clickhouse.address"];
        await Until.TrueAsync(() => serve.HasEnded || addresses.All(a => File.Exists(Path.Combine(folder.File("data"), a))), "both engines answer");
        return serve;
    }

    private static async Task ReplayAsync(TemporaryFolder folder, params string[] lines) =>
        Assert.Equal(0, (await EngagementProcess.RunAsync("replay", folder.Write("s.jsonl", lines), "--wait", "--data", folder.File("data"))).Code);

    private static async Task<HttpStatusCode?> StatusAsync(HttpClient http, string path)
    {
        try
        {
            using var answer = await http.GetAsync(path);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null; // it does not listen yet
        }
    }

    /// <summary>Files mapped into the worker's memory.</summary>
    private static string Loaded(EngagementProcess serve) => File.ReadAllText($"/proc/{serve.Child("serve")}/maps");
}
