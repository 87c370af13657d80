using System.Globalization;
using System.Text;
using Engagement.Hosting;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The figures as a page of Markdown.</summary>
internal static class IngestReport
{
    public static string Write(IngestBenchmark.Result result)
    {
        var medians = result.Runs.Select(Median).ToArray();
        var (ours, engine, node, consume) = (medians[0], medians[1], medians[2], medians[3]);
        var text = new StringBuilder();
        Line("# From Kafka to rows");
        Line("");
        Line(string.Create(CultureInfo.InvariantCulture, $"Written by `./engagement bench ingest` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}: {Machine.Describe()}. Everything runs on this one machine: Kafka (embedded, one thread), ClickHouse (embedded), and the contender."));
        Line(string.Create(CultureInfo.InvariantCulture, $"{result.Statements:N0} statements of {result.Bytes / result.Statements:N0} bytes (key included) in {result.Partitions} partitions of {result.Brokers} brokers, not compressed. {(result.Runs[0].Length == 1 ? "One run" : $"Medians of {result.Runs[0].Length} runs")}; a fresh ClickHouse for each. Rates are taken between two fifths and nine tenths of the statements; processor time is that of the whole run, start and warming up included."));
        Line("");
        Line("| | statements/s | lowest to highest | worker CPU s | ClickHouse CPU s | broker CPU s | worker peak MB | ClickHouse peak MB | rows stored twice |");
        Line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (median, runs) in medians.Zip(result.Runs))
            Line(string.Create(CultureInfo.InvariantCulture, $"| {median.Name} | {median.Rate:N0} | {runs.Min(r => r.Rate):N0} to {runs.Max(r => r.Rate):N0} | {Seconds(median.Cpu.Worker)} | {Seconds(median.Cpu.Engine)} | {Seconds(median.Cpu.Broker)} | {Megabytes(median.WorkerPeak)} | {Megabytes(median.EnginePeak)} | {median.Doubled} |"));
        Line("");
        Line("| ratio | is | shall be |");
        Line("| --- | ---: | ---: |");
        Line(string.Create(CultureInfo.InvariantCulture, $"| a : b | {ours.Rate / engine.Rate:0.00} | 1.0 (goal 1.5) |"));
        Line(string.Create(CultureInfo.InvariantCulture, $"| a : c | {ours.Rate / node.Rate:0.0} | 5 |"));
        Line(string.Create(CultureInfo.InvariantCulture, $"| a : consume only | {ours.Rate / consume.Rate:0.00} | 0.5 |"));
        Line(string.Create(CultureInfo.InvariantCulture, $"| worker's peak, MB | {Megabytes(ours.WorkerPeak)} | below 300 |"));
        Line(string.Create(CultureInfo.InvariantCulture, $"| worker allocates, bytes a statement, warm | {result.Allocated:0} | below 250 |"));
        Line(string.Create(CultureInfo.InvariantCulture, $"| of these, the Kafka client alone | {consume.Allocated:0} | |"));
        Line("");
        WriteProfile(Line, medians);
        Line("");
        Line(string.Create(CultureInfo.InvariantCulture, $"b is the form of the Kafka engine that needs least, tried on {result.Statements / 5:N0} statements:"));
        foreach (var form in result.Forms.OrderBy(f => f.Cpu.Engine)) Line(string.Create(CultureInfo.InvariantCulture, $"- {form.Name[3..]}: {form.Cpu.Engine / (result.Statements / 5) * 1e6:0} µs of processor a statement, start included"));
        return text.ToString();

        void Line(string line) => text.AppendLine(line);
    }

    // What each step costs where it is alone, against what the whole costs: their sum is the floor of whoever does these steps.
    private static void WriteProfile(Action<string> line, Figures[] medians)
    {
        var (ours, engine, node, consume, parse, insert) = (medians[0], medians[1], medians[2], medians[3], medians[4], medians[5]);
        var floor = consume.Warm.Sum + parse.Warm.Sum + insert.Warm.Sum;
        var cores = Environment.ProcessorCount;
        line("Where the time goes, in microseconds of processor a statement; the steps each alone, and the three contenders as they ran, warm:");
        line("");
        line("| | worker | ClickHouse | broker | sum |");
        line("| --- | ---: | ---: | ---: | ---: |");
        Row("consume only", consume.Warm);
        Row("parse only: bytes to rows", parse.Warm);
        Row("insert only: rows over HTTP into the table, its views and merges", insert.Warm);
        line(string.Create(CultureInfo.InvariantCulture, $"| these three together: the floor | | | | {floor * 1e6:0.0} |"));
        foreach (var whole in new[] { ours, engine, node }) Row(whole.Name, whole.Warm);
        line("");
        line(string.Create(CultureInfo.InvariantCulture, $"So {cores} cores can't do more than {cores / floor:N0} statements/s of these steps, which is {cores / floor / consume.Rate:0.00} of consume only and {cores / floor / node.Rate:0.0} of Node here; ours does {ours.Rate / (cores / floor) * 100:0} % of that."));

        void Row(string name, CpuSeconds cpu) => line(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {Micros(cpu.Worker)} | {Micros(cpu.Engine)} | {Micros(cpu.Broker)} | {Micros(cpu.Sum)} |"));
    }

    // Each figure's own median: they are not of one run.
    private static Figures Median(Figures[] runs)
    {
        return new Figures(runs[0].Name, Of(r => r.Rate), Cpu(r => r.Cpu), Cpu(r => r.Warm),
            (long)Of(r => r.WorkerPeak), (long)Of(r => r.EnginePeak), (long)Of(r => r.Doubled), Of(r => r.Allocated));

        double Of(Func<Figures, double> figure) => runs.Select(figure).Order().ElementAt(runs.Length / 2);
        CpuSeconds Cpu(Func<Figures, CpuSeconds> cpu) => new(Of(r => cpu(r).Worker), Of(r => cpu(r).Engine), Of(r => cpu(r).Broker));
    }

    private static string Micros(double seconds) => seconds == 0 ? "" : (seconds * 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds == 0 ? "" : seconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => bytes == 0 ? "" : (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture);
}
