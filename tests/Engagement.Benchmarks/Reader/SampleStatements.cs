using Engagement.Simulator;

namespace Engagement.Benchmarks.Reader;

/// <summary>Statements of the simulated course, in order of time: many learners, all roles, four kinds of identifier.</summary>
internal static class SampleStatements
{
    private const int StatementsOfALearner = 190; // or a few more, so that there are enough

    public static IEnumerable<SimulatedStatement> Of(int count) =>
        new Simulation(new SimulationOptions { Learners = count / StatementsOfALearner + 20 }).Statements().Take(count);
}
