using System.CommandLine;
using Engagement.Accounts;
using Engagement.Adapters;
using Engagement.ClickHouse;
using Engagement.Hosting;
using Engagement.Processes;
using Engagement.Web.Accounts;
using Serilog;
using Serilog.Extensions.Logging;

namespace Engagement.Commands;

/// <summary>
/// <c>engagement serve</c>: the workers and the pages. Where both engines are given, in this process; where one is embedded,
/// this process only starts and watches engines and a worker, so that the death of one never takes the others' data along.
/// </summary>
internal static class ServeCommand
{
    private static readonly Option<string> RolesOption = new("--roles")
    {
        Description = "Which workers to run: ingest, metrics, attrition, alerts, web",
        DefaultValueFactory = _ => string.Join(',', Roles.All),
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where the pages and /health are served; without the role web /health alone",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    public static Command Create() =>
        new Command("serve", "Runs the workers and the pages until it is stopped") { RolesOption, Urls }
            .Does(async (parsed, settings, stop) =>
            {
                _ = HealthPort.Of(settings.Configuration); // said before anything is started
                var roles = Roles.Parse(parsed.GetValue(RolesOption)!);
                var isWorker = settings.ClickHouse.Url.Length > 0 && (!Roles.NeedKafka(roles) || settings.Kafka.BootstrapServers.Length > 0);
                return isWorker
                    ? await WorkAsync(settings, roles, parsed.GetValue(Urls)!, parsed.GetValue(SharedOptions.Child), stop)
                    : await WatchAsync(settings, roles, parsed.GetValue(Urls)!, stop);
            });

    private static async Task<int> WorkAsync(Settings settings, IReadOnlySet<string> roles, string url, bool isChild, CancellationToken stop)
    {
        await using var log = Logging.Create(settings, "worker", isChild ? Serilog.Events.LogEventLevel.Warning : Serilog.Events.LogEventLevel.Information);
        using var client = new ClickHouseClient(settings.ClickHouse);
        log.Information("Built with {Packages}. Asks ClickHouse by: {Client}; trains models by: {Trainer}", BuiltWith.Told, client.Transport, settings.Trainers().Name);
        await Schema.ApplyAsync(client, log, stop);
        await using var worker = Worker.Build(settings, roles, url, log, healthPort: HealthPort.Of(settings.Configuration));
        await worker.StartAsync(stop);
        ReadyLine.Print($"Engagement ({string.Join(", ", roles)})", worker.Urls.First());
        if (!isChild) await OfferStartAsync(settings, roles, client, worker.Urls.First(), stop); // a parent says it itself
        await worker.WaitForShutdownAsync(stop);
        return Environment.ExitCode;
    }

    private static async Task<int> WatchAsync(Settings settings, IReadOnlySet<string> roles, string url, CancellationToken stop)
    {
        await using var log = Logging.Create(settings, "serve");
        using var loggers = new SerilogLoggerFactory(log);
        await using var tree = await ProcessTree.StartAsync(settings, roles, url, loggers.CreateLogger("serve"), stop);
        Console.WriteLine($"Kafka answers at {tree.Engines.Kafka.BootstrapServers}: send statements to {settings.Kafka.LearnerEvents}");
        Console.WriteLine($"ClickHouse answers at {tree.Engines.ClickHouse.Url}");
        ReadyLine.Print("Engagement", tree.Url);
        using (var client = new ClickHouseClient(tree.Engines.ClickHouse)) await OfferStartAsync(settings, roles, client, tree.Url, stop);
        await tree.Ended.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stop.IsCancellationRequested) await tree.Ended;
        return ExitCodes.Done;
    }

    private static async Task OfferStartAsync(Settings settings, IReadOnlySet<string> roles, ClickHouseClient client, string url, CancellationToken stop)
    {
        if (roles.Contains(Roles.Web) && await new OneTimeLinks(client, TimeProvider.System).ForStartAsync(PagesAddress.Of(settings, url), stop) is { } link)
            Console.WriteLine($"Nobody has an account yet. This link makes the first, once, within a day: {link}");
    }
}
