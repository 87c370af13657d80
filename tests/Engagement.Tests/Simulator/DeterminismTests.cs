using System.Security.Cryptography;
using System.Text.Json;
using Engagement.Simulator;

namespace Engagement.Tests.Simulator;

public class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes() => Assert.Equal(Hash(OfSeed(3)), Hash(OfSeed(3)));

    [Fact]
    public void Another_seed_gives_another_course() => Assert.NotEqual(Hash(OfSeed(3)), Hash(OfSeed(4)));

    [Fact]
    public void A_simulation_can_be_read_twice()
    {
        var simulation = new Simulation(new() { Learners = 10 });

        Assert.Equal(Hash(simulation), Hash(simulation));
    }

    [Fact]
    public void A_learners_life_does_not_depend_on_how_many_others_there_are()
    {
        var few = new Simulation(new() { Learners = 5 }).Truth.Learners[4];
        var many = new Simulation(new() { Learners = 50 }).Truth.Learners[4];

        Assert.Equal(JsonSerializer.Serialize(few), JsonSerializer.Serialize(many));
    }

    [Fact]
    public void Ending_now_moves_everything_by_the_same_time()
    {
        var end = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        var options = new SimulationOptions { Learners = 30 }.EndingAt(end);

        Assert.Equal(end, options.End);
        Assert.All(new Simulation(options).Statements(), statement => Assert.InRange(statement.Time, options.Start, end));
    }

    private static Simulation OfSeed(ulong seed) => new(new() { Seed = seed, Learners = 25 });

    private static string Hash(Simulation simulation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var statement in simulation.Statements())
            hash.AppendData(statement.Utf8.Span);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
