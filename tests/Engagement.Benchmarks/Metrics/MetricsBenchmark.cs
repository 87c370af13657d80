using System.Globalization;
using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Metrics;

/// <summary>All that is measured of the metrics, at each size on an engine of its own.</summary>
/// <param name="sizes">Statements, ascending.</param>
/// <param name="runs">Of each full computation.</param>
/// <param name="memory">As <see cref="EngineProcess.StartAsync"/> has it.</param>
internal sealed class MetricsBenchmark(IReadOnlyList<long> sizes, int runs, long? memory)
{
    private LearnerCounts? _counts;

    public async Task<MetricsResult> RunAsync()
    {
        var figures = new List<SizeFigures>();
        foreach (var size in sizes) figures.Add(await MeasureAsync(size));
        return new MetricsResult(figures, _counts!);
    }

    private async Task<SizeFigures> MeasureAsync(long size)
    {
        await using var engine = await EngineProcess.StartAsync(memory);
        Progress.Say($"{size:N0}: making the statements");
        var made = await Generation.RunAsync(engine, size);
        _counts ??= new LearnerCounts(sizes, made);

        var computation = new Computation(engine);
        var first = Told(made, "first computation", await computation.OfTouchedAsync());
        await QuietEngine.WaitAsync(engine);
        var resultBytes = await Generation.BytesAsync(engine, Computation.ResultTables);
        var (emptied, over) = (new List<Effort>(), new List<Effort>());
        for (var run = 0; run < runs; run++)
        {
            emptied.Add(Told(made, "all again, into emptied tables", await computation.IntoEmptiedAsync()));
            over.Add(Told(made, "all again, over what was there", await computation.OverWhatIsThereAsync()));
        }

        await QuietEngine.WaitAsync(engine);
        var sessions = new NewSessions(engine, computation);
        var touched = new List<TouchedLearners>();
        foreach (var (share, count) in _counts.At(made.Learners))
        {
            touched.Add(await sessions.TouchAsync(share, count));
            Progress.Say($"{size:N0}: {count:N0} learners touched: {touched[^1].Median:0.000} s");
        }

        await QuietEngine.WaitAsync(engine);
        var queries = new PageQueries(engine);
        Progress.Say($"{size:N0}: what pages ask");
        var pages = await queries.AskAsync();
        Progress.Say($"{size:N0}: what one would ask instead");
        var limit = await engine.Client.ScalarAsync("SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage'");
        return new SizeFigures(made, first, emptied, over, resultBytes, touched, pages, await queries.AskInsteadAsync(), long.Parse(limit!, CultureInfo.InvariantCulture)) { Size = size };
    }

    private static Effort Told(MadeStatements made, string what, Effort effort)
    {
        Progress.Say($"{made.Statements:N0}: {what}: {made.Statements / effort.Seconds:N0} statements/s");
        return effort;
    }
}

/// <summary>All figures.</summary>
/// <param name="Sizes">Ascending.</param>
/// <param name="Counts">Of the learners that were touched.</param>
internal sealed record MetricsResult(IReadOnlyList<SizeFigures> Sizes, LearnerCounts Counts);
