using Engagement.Simulator;

namespace Engagement.Tests.Simulator;

public class DiceTests
{
    // Published first outputs of xoshiro256** from the state 1, 2, 3, 4.
    [Fact]
    public void The_generator_is_xoshiro256_starstar()
    {
        var dice = new Dice(1, 2, 3, 4);

        Assert.Equal([11520UL, 0UL, 1509978240UL, 1215971899390074240UL], [dice.Next(), dice.Next(), dice.Next(), dice.Next()]);
    }

    [Fact]
    public void Streams_of_one_seed_differ()
    {
        var firsts = Enumerable.Range(0, 1000).Select(stream => new Dice(1, (ulong)stream).Next());

        Assert.Equal(1000, firsts.Distinct().Count());
    }

    [Fact]
    public void Log_normal_draws_have_their_median()
    {
        var dice = new Dice(5, 5);
        var draws = Enumerable.Range(0, 10_001).Select(_ => dice.LogNormal(60, 0.5)).Order().ToArray();

        Assert.InRange(draws[5000], 57, 63);
        Assert.InRange(draws[8413], 60 * Math.Exp(0.5) * 0.93, 60 * Math.Exp(0.5) * 1.07);
    }
}
