using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Engagement.Adapters;
using Engagement.Benchmarks.Machines;
using Engagement.ClickHouse;
using Engagement.ClickHouse.Transport;
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
        var transport = new Argument<string>("transport");
        var command = new Command("insert-only") { url, total, transport };
        command.Hidden = true;
        command.SetAction(async (parsed, _) => Console.WriteLine(await InsertAsync(parsed.GetValue(url)!, parsed.GetValue(total), parsed.GetValue(transport)!)));
        return command;
    }

    public static Task<Figures> RunAsync(int statements) => RunAsync("d. insert only", statements, "insert-only", HttpTransport.Called);

    /// <param name="name">In the report.</param>
    /// <param name="statements">How many rows.</param>
    /// <param name="verb">Of this program: what inserts into the engine whose address is its first argument, and prints its rate and processor seconds.</param>
    /// <param name="more">Arguments after the number of rows.</param>
    public static async Task<Figures> RunAsync(string name, int statements, string verb, params string[] more)
    {
        await using var engine = await EngineProcess.StartAsync();
        var before = CpuSeconds.Of(null, engine);
        await using var process = MeasuredProcess.Self([verb, engine.Url, statements.ToString(CultureInfo.InvariantCulture), .. more]);
        var fields = await process.EndAsync();
        var cpu = (CpuSeconds.Of(null, engine) - before) with { Worker = fields[1], Broker = 0 };
        return new Figures(name, fields[0], cpu, cpu * (1.0 / statements), 0, ProcessUse.Of(engine.Id).PeakBytes);
    }

    private static async Task<string> InsertAsync(string url, int total, string transport)
    {
        using var client = new ClickHouseClient(BuiltWith.Carried(new ClickHouseOptions { Url = url, Client = transport }));
        var batches = Batches(total);
        return await MeasuredAsync(total, () => Parallel.ForAsync(0, batches.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, cancel) =>
            await client.InsertAsync(StatementRow.Into, batches[i], $"{i}", cancel)));
    }

    /// <summary>The line that <see cref="RunAsync(string, int, string, string[])"/> reads.</summary>
    public static async Task<string> MeasuredAsync(int rows, Func<Task> insert)
    {
        var before = ProcessUse.Of(Environment.ProcessId);
        var started = Stopwatch.GetTimestamp();
        await insert();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var after = ProcessUse.Of(Environment.ProcessId);
        return string.Create(CultureInfo.InvariantCulture, $"{rows / seconds} {(after.Cpu - before.Cpu).TotalSeconds}");
    }

    /// <summary>Rows in batches, as the worker makes them.</summary>
    public static List<NativeBlock> Batches(int total)
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
