using System.Globalization;
using System.Text;
using Engagement.Benchmarks.Machines;

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
        Line(string.Create(CultureInfo.InvariantCulture, $"Written by `./engagement bench ingest` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}: {Machine.Describe()}. Everything runs on this one machine: the broker (embedded, one thread), ClickHouse (embedded), and the contender."));
        Line(string.Create(CultureInfo.InvariantCulture, $"{result.Statements:N0} statements of {result.Bytes / result.Statements:N0} bytes (key included) in {result.Partitions} partitions, not compressed. {(result.Runs[0].Length == 1 ? "One run" : $"Medians of {result.Runs[0].Length} runs")}; a fresh ClickHouse for each. Rates are taken between two fifths and nine tenths of the statements; processor time is that of the whole run, start and warming up included."));
        Line("");
        Line("| | statements/s | lowest to highest | worker CPU s | ClickHouse CPU s | broker CPU s | worker peak MB | ClickHouse peak MB | rows stored twice |");
        Line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (median, runs) in medians.Zip(result.Runs))
            Line(string.Create(CultureInfo.InvariantCulture, $"| {median.Name} | {median.Rate:N0} | {runs.Min(r => r.Rate):N0} to {runs.Max(r => r.Rate):N0} | {Seconds(median.Worker)} | {Seconds(median.Engine)} | {Seconds(median.Broker)} | {Megabytes(median.WorkerPeak)} | {Megabytes(median.EnginePeak)} | {median.Doubled} |"));
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
        Line(string.Create(CultureInfo.InvariantCulture, $"b is the fastest of the Kafka engine's forms, tried on {result.Statements / 5:N0} statements:"));
        foreach (var form in result.Forms.OrderByDescending(f => f.Rate)) Line(string.Create(CultureInfo.InvariantCulture, $"- {form.Name[3..]}: {form.Rate:N0} statements/s"));
        return text.ToString();

        void Line(string line) => text.AppendLine(line);
    }

    // Each figure's own median: they are not of one run.
    private static Figures Median(Figures[] runs)
    {
        return new Figures(runs[0].Name, Of(r => r.Rate), Of(r => r.Worker), Of(r => r.Engine), Of(r => r.Broker),
            (long)Of(r => r.WorkerPeak), (long)Of(r => r.EnginePeak), (long)Of(r => r.Doubled), Of(r => r.Allocated));

        double Of(Func<Figures, double> figure) => runs.Select(figure).Order().ElementAt(runs.Length / 2);
    }

    private static string Seconds(double seconds) => seconds == 0 ? "" : seconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => bytes == 0 ? "" : (bytes / 1e6).ToString("0", CultureInfo.InvariantCulture);
}
