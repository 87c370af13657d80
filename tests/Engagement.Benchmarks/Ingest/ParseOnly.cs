using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The ceiling of one core: messages in memory to rows in memory, validated.</summary>
internal static class ParseOnly
{
    private const int Rounds = 5;

    public static Command Command()
    {
        var total = new Argument<int>("total");
        var command = new Command("parse-only") { total };
        command.Hidden = true;
        command.SetAction(parsed => Console.WriteLine(Parse(parsed.GetValue(total))));
        return command;
    }

    public static async Task<Figures> RunAsync(int statements)
    {
        await using var process = MeasuredProcess.Self("parse-only", statements.ToString(CultureInfo.InvariantCulture));
        var fields = await process.EndAsync();
        return new Figures("d. parse only, one core", fields[0], new CpuSeconds(fields[1], 0, 0), new CpuSeconds(fields[1] / statements, 0, 0), (long)fields[2], 0);
    }

    private static string Parse(int total)
    {
        var chunks = ReadyRows.Unread(total).ToList();
        var reader = ReadyRows.Reader();
        var (best, cpu) = (TimeSpan.MaxValue, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            var before = ProcessUse.Of(Environment.ProcessId);
            var started = Stopwatch.GetTimestamp();
            foreach (var chunk in chunks)
            {
                chunk.Rows.Clear();
                chunk.Runs.Clear();
                chunk.Places.Clear();
                chunk.Learners.Clear();
                reader.Read(chunk);
            }
            var took = Stopwatch.GetElapsedTime(started);
            if (took < best) (best, cpu) = (took, ProcessUse.Of(Environment.ProcessId).Cpu - before.Cpu);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{total / best.TotalSeconds} {cpu.TotalSeconds} {ProcessUse.Of(Environment.ProcessId).PeakBytes}");
    }
}
