using Engagement.Benchmarks.Machines;
using Engagement.Hosting;

namespace Engagement.Benchmarks.Metrics;

/// <summary>All that is measured of the metrics, at each size on an engine of its own.</summary>
/// <param name="sizes">Statements, ascending.</param>
/// <param name="runs">Of each full computation.</param>
/// <param name="memory">As <see cref="EngineProcess.StartAsync"/> has it.</param>
internal sealed class MetricsBenchmark(IReadOnlyList<long> sizes, int runs, long? memory)
{
    private LearnerCounts? _counts;

    /// <returns>What is measured so far, after each size: the largest ones take long.</returns>
    public async IAsyncEnumerable<MetricsResult> RunAsync()
    {
        var load = Machine.Load();
        var figures = new List<SizeFigures>();
        foreach (var size in sizes)
        {
            figures.Add(await MeasureAsync(size));
            yield return new MetricsResult(figures, _counts!, load);
        }
    }

    private async Task<SizeFigures> MeasureAsync(long size)
    {
        await using var engine = await EngineProcess.StartAsync(memory);
        Progress.Say($"{size:N0}: making the statements");
        var made = await Generation.RunAsync(engine, size);
        _counts ??= new LearnerCounts(sizes, made);

        var computation = new Computation(engine);
        var first = Told("first computation", await computation.OfTouchedAsync());
        await QuietEngine.WaitAsync(engine);
        var resultBytes = await engine.BytesOnDiskAsync(Computation.ResultTables);
        // Those who did something new and what pages ask come first: what is there then is what daily life leaves. A computation of
        // all leaves each row twice until the engine merges its parts.
        var touched = await TouchAsync(size, new NewSessions(engine, computation), made.Learners);
        await QuietEngine.WaitAsync(engine);
        var queries = new PageQueries(engine);
        Progress.Say($"{size:N0}: what pages ask");
        var pages = await queries.AskAsync();
        Progress.Say($"{size:N0}: what one would ask instead");
        var instead = await queries.AskInsteadAsync();

        var (emptied, over) = (new List<Effort>(), new List<Effort>());
        for (var run = 0; run < runs; run++)
        {
            emptied.Add(Told("all again, into emptied tables", await computation.IntoEmptiedAsync()));
            over.Add(Told("all again, over what was there", await computation.OverWhatIsThereAsync()));
        }
        return new SizeFigures(size, made, first, emptied, over, resultBytes, touched, pages, instead, await engine.MemoryLimitAsync());

        Effort Told(string what, Effort effort)
        {
            Progress.Say($"{size:N0}: {what}: {made.Statements / effort.Seconds:N0} statements/s");
            return effort;
        }
    }

    private async Task<List<TouchedLearners>> TouchAsync(long size, NewSessions sessions, long learners)
    {
        var all = new List<TouchedLearners>();
        foreach (var (share, count) in _counts!.At(learners))
        {
            var touched = await sessions.TouchAsync(share, count);
            Progress.Say($"{size:N0}: learners touched: {count:N0}, in {touched.Median:0.00} s");
            all.Add(touched);
        }
        return all;
    }
}
