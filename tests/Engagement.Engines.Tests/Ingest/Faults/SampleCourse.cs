using System.Text;
using Engagement.Simulator;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>What every run is fed: the statements of a simulated course, and bad messages among them. The same bytes each time.</summary>
internal static class SampleCourse
{
    // Not statements, nothing, no JSON, one that breaks off.
    private static readonly byte[][] Bad = ["{\"verb\":1}"u8.ToArray(), [], "no"u8.ToArray(), "{\"actor\":{\"mbox\":"u8.ToArray()];
    private const int StatementsPerBad = 100;

    public static Simulation Simulation { get; } = new(new SimulationOptions { Seed = 6, Learners = 20 });

    public static IReadOnlyList<(byte[] Key, byte[] Value)> Messages { get; } = [.. Mixed()];

    private static IEnumerable<(byte[], byte[])> Mixed()
    {
        var n = 0;
        foreach (var statement in Simulation.Statements())
        {
            var key = Encoding.UTF8.GetBytes(statement.Key);
            yield return (key, statement.Utf8.ToArray());
            if (++n % StatementsPerBad == 0) yield return (key, Bad[n / StatementsPerBad % Bad.Length]);
        }
    }
}
