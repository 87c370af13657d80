using System.Net.Http.Headers;
using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Pages;

/// <summary>The product serving its pages, in processes of its own, and a key for each who reads them.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly MeasuredProcess _process;
    private readonly DirectoryInfo _folder;

    private PageServer(MeasuredProcess process, DirectoryInfo folder, string url, string designer, string facilitator) =>
        (_process, _folder, Url, Designer, Facilitator) = (process, folder, url, designer, facilitator);

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

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<PageServer> StartAsync(MeasuredProcess process, DirectoryInfo folder, params string[] place)
    {
        var url = await process.ReadyAsync();
        return new PageServer(process, folder, url, await KeyAsync("--role", "designer", "--course", "*"), await KeyAsync("--role", "facilitator", "--cohort", "*"));

        async Task<string> KeyAsync(params string[] scope)
        {
            await using var adding = MeasuredProcess.Engagement(["key", "add", "benchmark", .. scope, .. place]);
            return await adding.LastLineAsync();
        }
    }
}
