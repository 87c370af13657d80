using System.Text;
using Engagement.Attrition.Features;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.EndToEnd;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Engagement.Simulator;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Attrition;

/// <summary>A simulated course with its metrics, and the truth about it; once for all tests of a class, which may only add to it.</summary>
public abstract class SimulatedRun(ulong seed) : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    public Simulation Simulation { get; } = new(new() { Seed = seed, Learners = 300 });

    public ClickHouseClient ClickHouse { get; private set; } = null!;

    /// <summary>Its learners by pseudonym.</summary>
    public IReadOnlyDictionary<Guid, LearnerTruth> Truth { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var kafka = new KafkaEngine();
        ClickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await Simulation.IngestAsync(kafka, ClickHouse, deadline.Token);
        await new MetricsRun(ClickHouse, Options.Create(new MetricsOptions())).RunAsync(deadline.Token);
        Truth = Simulation.Truth.Learners.ToDictionary(learner => SimulatedIngest.Pseudonym.Of(Encoding.UTF8.GetBytes(learner.Identifier)));
    }

    public DateOnly Day(int number) => DateOnly.FromDateTime(new SimulationOptions().Start.UtcDateTime).AddDays(number);

    /// <summary>All learners at the end of a day of the course, from 0.</summary>
    public Task<PersonWeeks> WeeksAsync(int day) => new PersonWeeksQuery(ClickHouse).AskAsync(Cuts.OnDate(Day(day)));

    /// <summary>The day each learner was last in a section.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> LastVisitsAsync() =>
        (await ClickHouse.ListAsync<LastVisit>("SELECT learner_id, toString(toDate32(max(last_at))) AS day FROM visits FINAL GROUP BY learner_id"))
        .ToDictionary(row => row.LearnerId, row => row.Day);

    private sealed record LastVisit(Guid LearnerId, DateOnly Day);

    public Task DisposeAsync()
    {
        ClickHouse.Dispose();
        return Task.CompletedTask;
    }
}

/// <inheritdoc/>
public sealed class SimulatedDatabase() : SimulatedRun(seed: 11);

/// <summary>Another run of it, with other learners.</summary>
public sealed class EarlierSimulatedDatabase() : SimulatedRun(seed: 12);

