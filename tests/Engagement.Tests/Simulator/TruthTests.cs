using Engagement.Simulator;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Simulator;

public class TruthTests
{
    /// <summary>The plan's books against a plain walk over the events: neither knows of the other.</summary>
    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 40)]
    [InlineData(77, 40)]
    [InlineData(20260112, 40)]
    public void The_plan_tells_what_the_events_say(ulong seed, int learners)
    {
        var simulation = new Simulation(new() { Seed = seed, Learners = learners });
        var walk = new EventWalk(simulation.Outline);
        foreach (var statement in simulation.Statements())
            walk.Read(statement.Utf8);

        foreach (var learner in simulation.Truth.Learners)
            Assert.Equal(learner.Sections.Select(RowOf), walk.RowsOf(learner.Identifier));
    }

    [Fact]
    public void What_is_told_never_contradicts_itself() => Prop.ForAll<ulong>(seed =>
    {
        var simulation = new Simulation(new() { Seed = seed, Learners = 15 });
        foreach (var learner in simulation.Truth.Learners)
        {
            Assert.False(learner.Completed && learner.GaveUp);
            Assert.False(learner.Withdrew && !learner.GaveUp);
            foreach (var (section, told) in simulation.Course.Sections.Zip(learner.Sections))
                Check(section, told, learner.Completed);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Facilitators_are_no_learners()
    {
        var truth = new Simulation(new() { Learners = 300 }).Truth;

        Assert.Empty(truth.Facilitators.Select(one => one.Identifier).Intersect(truth.Learners.Select(one => one.Identifier)));
        Assert.Equal(truth.Learners.Count, truth.Learners.Select(learner => learner.Identifier).Distinct().Count());
    }

    private static void Check(SimulatedSection section, SectionTruth told, bool completed)
    {
        Assert.True(told.Low <= told.High);
        Assert.Equal(told.High - told.Low, TimeSpan.FromSeconds(section.CutOffSeconds) * told.OpenVisits);
        Assert.True(told.OpenVisits + told.DeclaredVisits <= told.Visits);
        Assert.True(told.ClippedVisits <= told.DeclaredVisits);
        Assert.True(told.FirstAt <= told.LastAt || told.Visits == 0);
        var floor = TimeSpan.FromSeconds(section.FloorSeconds ?? Math.Max(10, (section.ExpectedSeconds ?? 0) * 0.15));
        var engaged = told.Responses > 0 || told.Low >= floor;
        Assert.True(told.Status switch
        {
            SectionStatus.Engaged or SectionStatus.Deferred => engaged,
            SectionStatus.Unknown => !engaged && told.OpenVisits > 0 && told.High >= floor,
            SectionStatus.Rushed => !engaged && told.Visits > 0 && told.High < floor,
            SectionStatus.Jumped => told.Visits == 0,
            _ => told.Visits == 0 && !completed,
        });
        // Decided so, never by a hair: a rounding elsewhere can't turn it.
        if (told is { Status: SectionStatus.Rushed })
            Assert.True(told.High < floor * 0.95 || told.Visits > 1);
    }

    private static EventWalk.Row RowOf(SectionTruth told) => new(
        told.SectionId, told.StatusText, told.Visits, told.OpenVisits, told.DeclaredVisits, told.ClippedVisits,
        told.Low, told.High, told.Responses, told.FirstAt, told.LastAt);
}
