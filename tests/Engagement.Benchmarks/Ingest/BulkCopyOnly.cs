using System.CommandLine;
using ClickHouse.Client.ADO;
using ClickHouse.Client.Copy;
using Engagement.ClickHouse;
using Engagement.Ingest.Reading;

namespace Engagement.Benchmarks.Ingest;

/// <summary>What the package means for inserting: rows as arrays of objects, turned into bytes by the package, two batches at a time.</summary>
internal static partial class PackagedClient
{
    private const int BatchRows = 50_000;

    static partial void MakeBulkCopy(ref Command? command)
    {
        var url = new Argument<string>("url");
        var total = new Argument<int>("total");
        command = new Command("bulk-copy") { url, total };
        command.Hidden = true;
        command.SetAction(async (parsed, _) => Console.WriteLine(await CopyAsync(parsed.GetValue(url)!, parsed.GetValue(total))));
    }

    // The same rows as the others insert: written once, read back as objects, and taken out again.
    private static async Task<string> CopyAsync(string url, int total)
    {
        var address = new Uri(url);
        using var connection = new ClickHouseConnection($"Host={address.Host};Port={address.Port};Database=engagement;Compression=false");
        using var client = new ClickHouseClient(new ClickHouseOptions { Url = url });
        foreach (var (number, batch) in InsertOnly.Batches(total).Index()) await client.InsertAsync(StatementRow.Into, batch, $"{number}");
        var names = StatementRow.Into[(StatementRow.Into.IndexOf('(') + 1)..^1].Split(", ");
        var rows = new List<object[]>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"SELECT {string.Join(", ", names)} FROM statements ORDER BY learner_id, statement_id";
            using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = new object[names.Length];
                reader.GetValues(row);
                rows.Add(row);
            }
        }
        await client.ExecuteAsync("TRUNCATE TABLE statements");
        using var copy = new ClickHouseBulkCopy(connection) { DestinationTableName = "statements", ColumnNames = names, BatchSize = BatchRows, MaxDegreeOfParallelism = 2 };
        await copy.InitAsync();
        return await InsertOnly.MeasuredAsync(total, () => copy.WriteToServerAsync(rows));
    }
}
