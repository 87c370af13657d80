using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement migrate</c>: brings the database to this program's schema.</summary>
internal static class MigrateCommand
{
    public static Command Create() =>
        new Command("migrate", "Brings ClickHouse's tables to this version of the program")
            .Does(async (_, settings, stop) =>
            {
                await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, stop);
                using var client = new ClickHouseClient(engines.ClickHouse);
                var applied = await new Migrator(client).MigrateAsync(stop);
                foreach (var name in applied) Console.WriteLine($"applied {name}");
                Console.WriteLine($"Database {client.Database} at {client.Url} is up to date.");
                return ExitCodes.Done;
            });
}
