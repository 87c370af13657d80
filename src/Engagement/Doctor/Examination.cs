using System.Diagnostics;
using System.Runtime.InteropServices;
using Confluent.Kafka;
using Engagement.Adapters;
using Engagement.ClickHouse;
using Engagement.Embedded.Kafka;
using Engagement.Hosting;
using Engagement.Kafka;
using Engagement.Processes;
using Engagement.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Doctor;

/// <summary>Looks at everything a run needs, by using it: each engine is asked a question, not only looked for.</summary>
internal sealed class Examination(Settings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new("program", true,
            $"engagement {typeof(Examination).Assembly.GetName().Version!.ToString(3)}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new("packages", true, $"with {BuiltWith.Told}");
        yield return DataFolder();
        yield return await CheckAsync("ClickHouse", ClickHouseAsync, cancel);
        yield return await CheckAsync("Kafka", KafkaAsync, cancel);
        yield return Pages();
    }

    private Finding DataFolder()
    {
        try
        {
            var probe = Path.Combine(settings.Data.Path, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("data folder", true, $"{settings.Data.Path}, writable");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("data folder", false, $"{settings.Data.Path} can't be written: {e.Message} Name another with --data DIR.");
        }
    }

    private async Task<string> ClickHouseAsync(CancellationToken cancel)
    {
        var isEmbedded = settings.ClickHouse.Url.Length == 0;
        await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, cancel);
        using var own = new ClickHouseClient(engines.ClickHouse);
        using var client = own.InDatabase("default"); // the own one may not be made yet
        var clock = Stopwatch.StartNew();
        var version = await client.ScalarAsync("SELECT version()", cancel: cancel);
        return $"{version} answers at {client.Url} in {clock.Elapsed.TotalMilliseconds:0} ms "
            + (isEmbedded ? $"(embedded, data in {settings.Data.ClickHouse})" : "(the server ClickHouse__Url names)");
    }

    private Task<string> KafkaAsync(CancellationToken cancel)
    {
        var isEmbedded = settings.Kafka.BootstrapServers.Length == 0;
        using var broker = isEmbedded ? new KafkaBroker() : null;
        var address = broker?.BootstrapServers ?? settings.Kafka.BootstrapServers;
        using var admin = new AdminClientBuilder(KafkaClients.Admin(new KafkaOptions { BootstrapServers = address, Client = settings.Kafka.Client }))
            .SetLogHandler((_, _) => { }).SetErrorHandler((_, _) => { }).Build();
        var metadata = admin.GetMetadata(TimeSpan.FromSeconds(10));
        return Task.FromResult($"{metadata.Brokers.Count} broker(s) at {address}, librdkafka {Library.VersionString} "
            + (isEmbedded ? "(embedded, in memory)" : "(the servers Kafka__BootstrapServers names)"));
    }

    private static Finding Pages()
    {
        var folder = new WebOptions().Folder(AppContext.BaseDirectory);
        return File.Exists(Path.Combine(folder, "index.html"))
            ? new("pages", true, folder)
            : new("pages", false, $"{folder} holds no index.html. Start the program by ./engagement, which builds the pages.");
    }

    private static async Task<Finding> CheckAsync(string name, Func<CancellationToken, Task<string>> check, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            return new(name, true, await check(deadline.Token));
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is Fault or HttpRequestException or ClickHouseException or KafkaException or OperationCanceledException or DllNotFoundException)
        {
            var why = e is OperationCanceledException ? $"no answer within {Patience.TotalSeconds:0} s." : e.Message;
            return new(name, false, $"{why.TrimEnd('.')}. {Advice(name)}");
        }
    }

    private static string Advice(string name) => name == "Kafka"
        ? "Check Kafka__BootstrapServers, or unset it to use the embedded broker."
        : "Check ClickHouse__Url, ClickHouse__User and ClickHouse__Password, or unset ClickHouse__Url to use the embedded engine.";
}
