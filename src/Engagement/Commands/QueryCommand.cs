using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement query "SQL"</c>: asks the server in the settings, the running engine of a data folder, or its stopped one.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var sql = new Argument<string>("SQL") { Description = "What to ask; - reads it from standard input" };
        var format = new Option<string>("--format") { Description = "Any format of ClickHouse, e.g. PrettyCompact, JSONEachRow, CSVWithNames", DefaultValueFactory = _ => "TabSeparated" };
        return new Command("query", "Asks ClickHouse and prints the answer") { sql, format }
            .Does(async (parsed, settings, stop) =>
            {
                var text = parsed.GetValue(sql)!;
                if (text == "-") text = await Console.In.ReadToEndAsync(stop);
                await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, stop);
                using var client = new ClickHouseClient(engines.ClickHouse);
                using var response = await client.StreamAsync(text, parsed.GetValue(format)!, cancel: stop);
                await using var output = Console.OpenStandardOutput();
                await response.Content.CopyToAsync(output, stop);
                return ExitCodes.Done;
            });
    }
}
