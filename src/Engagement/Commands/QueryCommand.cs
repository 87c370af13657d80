using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Hosting;
using Engagement.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement query "SQL"</c>: asks the server in the settings, the running engine of a data folder, or its stopped one.</summary>
internal static class QueryCommand
{
    private const int UnknownDatabase = 81;

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
                await using var answer = await AskAsync(client, text, parsed.GetValue(format)!, stop);
                await using var output = Console.OpenStandardOutput();
                await answer.CopyToAsync(output, stop);
                return ExitCodes.Done;
            });
    }

    private static async Task<Stream> AskAsync(ClickHouseClient client, string sql, string format, CancellationToken stop)
    {
        try
        {
            return await client.StreamAsync(sql, format, cancel: stop);
        }
        catch (ClickHouseException e) when (e.Code == UnknownDatabase && e.Message.Contains($"Database {client.Database} ", StringComparison.Ordinal))
        {
            throw new Fault($"There is nothing to ask yet: {client.Url} has no database {client.Database}. Analyze a file with --data DIR and ask that folder, or run './engagement migrate' first.");
        }
    }
}
