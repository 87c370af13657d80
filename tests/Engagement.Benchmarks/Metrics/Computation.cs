using Engagement.Benchmarks.Machines;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Benchmarks.Metrics;

/// <summary>The product's own metrics run, with its own settings.</summary>
internal sealed class Computation(EngineProcess engine)
{
    public static readonly string[] ResultTables = ["visits", "section_engagement", "learner_days", "enrolments", "contributions"];

    public static MetricsOptions Settings { get; } = new();

    private readonly MetricsRun _run = new(engine.Client, Options.Create(Settings));

    /// <summary>What was touched.</summary>
    public Task<Effort> OfTouchedAsync() => MeasureAsync(() => _run.RunAsync());

    /// <summary>Everything, from the statements that are there.</summary>
    public async Task<Effort> IntoEmptiedAsync()
    {
        foreach (var table in ResultTables) await engine.Client.ExecuteAsync($"TRUNCATE TABLE {table}");
        return await OverWhatIsThereAsync();
    }

    /// <summary>Everything, each row over its older one; touching all learners is a part of it.</summary>
    public async Task<Effort> OverWhatIsThereAsync()
    {
        await QuietEngine.WaitAsync(engine);
        return await MeasureAsync(async () =>
        {
            await _run.TouchAllAsync();
            await _run.RunAsync();
        });
    }

    private async Task<Effort> MeasureAsync(Func<Task> work)
    {
        var effort = await Effort.OfAsync(engine, work);
        return await _run.IsUpToDateAsync() ? effort : throw new InvalidOperationException("The run ended with something left to compute.");
    }
}
