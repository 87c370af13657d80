using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Engagement.Benchmarks.Machines;
using Engagement.ClickHouse;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Reading;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The ceiling of ClickHouse: ready bytes of the batch size ours has, two inserts at a time as ours has.</summary>
internal static class InsertOnly
{
    private const int BatchRows = 50_000;

    public static Command Command()
    {
        var url = new Argument<string>("url");
        var total = new Argument<int>("total");
        var command = new Command("insert-only") { url, total };
        command.Hidden = true;
        command.SetAction(async (parsed, _) => Console.WriteLine(await InsertAsync(parsed.GetValue(url)!, parsed.GetValue(total))));
        return command;
    }

    public static async Task<Figures> RunAsync(int statements)
    {
        await using var engine = await EngineProcess.StartAsync();
        var before = CpuSeconds.Of(null, engine);
        await using var process = MeasuredProcess.Self("insert-only", engine.Url, statements.ToString(CultureInfo.InvariantCulture));
        var fields = await process.EndAsync();
        var cpu = (CpuSeconds.Of(null, engine) - before) with { Worker = fields[1], Broker = 0 };
        return new Figures("d. insert only", fields[0], cpu, cpu * (1.0 / statements), 0, ProcessUse.Of(engine.Id).PeakBytes);
    }

    private static async Task<string> InsertAsync(string url, int total)
    {
        using var client = new ClickHouseClient(new ClickHouseOptions { Url = url });
        var batches = Batches(total);
        var before = ProcessUse.Of(Environment.ProcessId);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, batches.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, cancel) =>
            await client.InsertAsync(StatementRow.Into, batches[i], $"{i}", cancel));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var after = ProcessUse.Of(Environment.ProcessId);
        return string.Create(CultureInfo.InvariantCulture, $"{total / seconds} {(after.Cpu - before.Cpu).TotalSeconds}");
    }

    private static List<NativeBlock> Batches(int total)
    {
        var batches = new List<NativeBlock>();
        var reader = ReadyRows.Reader();
        foreach (var chunks in ReadyRows.Unread(total).Chunk(BatchRows / Chunk.FullMessages))
        {
            var batch = new Batch(new BatchBuffers(StatementRow.Columns), DateTimeOffset.UnixEpoch);
            foreach (var chunk in chunks)
            {
                reader.Read(chunk);
                batch.Add(chunk);
            }
            batch.Seal();
            batches.Add(batch.Buffers.Statements);
        }
        return batches;
    }
}
