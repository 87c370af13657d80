using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Pages;

/// <summary>The product serving its pages, in processes of its own, and a key for each who reads them.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly MeasuredProcess _process;
    private readonly DirectoryInfo _folder;

    private readonly string _operator;

    private PageServer(MeasuredProcess process, DirectoryInfo folder, string url, string designer, string facilitator, string @operator) =>
        (_process, _folder, Url, Designer, Facilitator, _operator) = (process, folder, url, designer, facilitator, @operator);

    public string Url { get; }

    /// <summary>Key of somebody who may see all courses, and no learner.</summary>
    public string Designer { get; }

    /// <summary>Key of somebody who looks after all learners.</summary>
    public string Facilitator { get; }

    /// <summary>All of the demo.</summary>
    /// <param name="minutes">How long the second half of its course lasts; 0: it is fed at once, and computed soon.</param>
    public static async Task<PageServer> DemoAsync(string minutes)
    {
        var folder = Directory.CreateTempSubdirectory("engagement-bench-");
        return await StartAsync(MeasuredProcess.Demo(Path.Combine(folder.FullName, "data"), minutes), folder, "--data", Path.Combine(folder.FullName, "data"));
    }

    /// <summary>The pages alone, of what the engine holds.</summary>
    public static async Task<PageServer> OfAsync(EngineProcess engine)
    {
        var folder = Directory.CreateTempSubdirectory("engagement-bench-");
        string[] place = ["--data", folder.FullName, "--set", "ClickHouse:Url=" + engine.Url];
        return await StartAsync(MeasuredProcess.Engagement(["serve", "--roles", "web", "--urls", "http://127.0.0.1:0", .. place]), folder, place);
    }

    /// <summary>Asks the API as one of the two.</summary>
    public HttpClient Api(string key) => new() { BaseAddress = new Uri(Url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    /// <summary>Until the newest statement has been there for a while, and what it changes is computed.</summary>
    public async Task WaitUntilNothingComesAsync()
    {
        using var api = Api(_operator);
        while (true)
        {
            var steps = (await api.GetFromJsonAsync<JsonElement>("/api/operations/steps")).GetProperty("items").EnumerateArray().ToDictionary(step => step.GetProperty("step").GetString()!);
            var isIdle = steps["ingest"].GetProperty("newest_at").GetDateTimeOffset() < TimeProvider.System.GetUtcNow() - Idle;
            if (isIdle && steps["metrics"].GetProperty("waiting").GetInt64() == 0) return;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<PageServer> StartAsync(MeasuredProcess process, DirectoryInfo folder, params string[] place)
    {
        var url = await process.ReadyAsync();
        return new PageServer(process, folder, url, await KeyAsync("--role", "designer", "--course", "*"), await KeyAsync("--role", "facilitator", "--cohort", "*"), await KeyAsync("--role", "operator"));

        async Task<string> KeyAsync(params string[] scope)
        {
            await using var adding = MeasuredProcess.Engagement(["key", "add", "benchmark", .. scope, .. place]);
            return await adding.LastLineAsync();
        }
    }
}
