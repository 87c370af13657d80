using System.CommandLine;
using Engagement.Embedded.ClickHouse;
using Engagement.Hosting;
using Engagement.Processes;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;

namespace Engagement.Commands;

/// <summary><c>engagement clickhouse</c>: the embedded ClickHouse alone, until it is stopped.</summary>
internal static class ClickHouseCommand
{
    // An engine that was told to stop, or whose parent was killed, lets go within seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Port of the HTTP interface on loopback; 0: any free one", DefaultValueFactory = _ => 8123 };
        return new Command("clickhouse", "Runs the embedded ClickHouse alone, with its HTTP interface on loopback") { port }
            .Does(async (parsed, settings, stop) =>
            {
                await using var log = Logging.Create(settings, "clickhouse", LogEventLevel.Warning);
                using var logs = LoggerFactory.Create(builder => builder.AddSerilog(log));
                IDisposable? announcement = null;
                try
                {
                    return await ClickHouseServer.RunAsync(
                        new ClickHouseServerOptions { Path = settings.Data.ClickHouse, Port = parsed.GetValue(port), Password = settings.ClickHouse.Password, FolderPatience = Patience },
                        url =>
                        {
                            var address = url.ToString().TrimEnd('/');
                            announcement = settings.Data.Announce("clickhouse", address);
                            ReadyLine.Print($"ClickHouse over {settings.Data.ClickHouse}", address);
                        },
                        stop,
                        logs: logs);
                }
                finally
                {
                    announcement?.Dispose();
                }
            });
    }
}
