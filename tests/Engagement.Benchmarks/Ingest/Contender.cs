using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Ingest;

/// <summary>A way from the topic to rows in <c>statements</c>.</summary>
/// <param name="Name">In the report.</param>
/// <param name="StartAsync">Starts it. The process that reads Kafka, or null where ClickHouse itself does.</param>
internal sealed record Contender(string Name, Func<PreloadedTopic, EngineProcess, Task<MeasuredProcess?>> StartAsync)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>Runs it on a fresh engine until every statement of the topic is in the table.</summary>
    public async Task<Figures> RunAsync(PreloadedTopic topic)
    {
        await using var engine = await EngineProcess.StartAsync();
        var before = CpuSeconds.Of(null, engine);
        var worker = await StartAsync(topic, engine);
        try
        {
            using var deadline = new CancellationTokenSource(Deadline);
            var window = new RateWindow(topic.Statements, () => CpuSeconds.Of(worker, engine));
            while (!window.IsOver || await engine.CountAsync("uniqExact(statement_id)") < topic.Statements)
            {
                await Task.Delay(LookEvery, deadline.Token);
                window.Saw(await engine.CountAsync("count()"));
                if (worker is not null) await worker.ThrowIfEndedAsync();
            }
            var cpu = CpuSeconds.Of(worker, engine) - before;
            var (workerPeak, enginePeak) = (worker?.Use.PeakBytes ?? 0, ProcessUse.Of(engine.Id).PeakBytes);
            await CheckAsync(topic, engine);
            return new Figures(Name, window.Rate, cpu, window.Cpu, workerPeak, enginePeak, await engine.CountAsync("count()") - topic.Statements);
        }
        finally
        {
            if (worker is not null) await worker.DisposeAsync();
        }
    }

    // Rows alone prove nothing: the columns must be there too.
    private async Task CheckAsync(PreloadedTopic topic, EngineProcess engine)
    {
        var found = await engine.Client.ScalarAsync("""
            SELECT format('{} ids, {} learners, {} courses, {} timed, {} answers', uniqExact(statement_id), uniqExact(learner_id) > 1,
                uniqExact(course_id), uniqExactIf(statement_id, toYear(occurred_at) = 2026), countIf(role = 'act') > 0) FROM statements
            """);
        var expected = $"{topic.Statements} ids, 1 learners, 1 courses, {topic.Statements} timed, 1 answers";
        if (found != expected) throw new InvalidOperationException($"{Name} stored {found}; expected {expected}.");
    }
}
