using Engagement.Adapters.MicrosoftML;
using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;
using Engagement.Tests.Attrition.Training;

namespace Engagement.Tests.Adapters.MicrosoftML;

public class LbfgsMinimumTests
{
    private static readonly LogisticOptions Curved = new() { Interactions = [("recency", "days_active")] };

    // The penalty means the same to both, or no strength that was chosen for one would do for the other.
    [Theory]
    [InlineData(0.1)]
    [InlineData(10)]
    [InlineData(300)]
    public void It_finds_the_weights_that_the_products_own_finds(double strength)
    {
        var set = MadeUpWeeks.Set(20_000, seed: 211);
        var options = Curved with { Strengths = [strength] };

        var own = new LogisticTrainer(options).Train(set);
        var theirs = new LogisticTrainer(options, new LbfgsMinimum()).Train(set);

        Assert.Equal("ML.NET", theirs.TrainedBy);
        Assert.Null(own.TrainedBy);
        var later = MadeUpWeeks.Set(5_000, seed: 212);
        Assert.All(Scorer.Of(own).Score(later.Features).Zip(Scorer.Of(theirs).Score(later.Features)), pair => Assert.Equal(pair.First, pair.Second, 0.004));
        Assert.Equal(own.Metrics["train_log_loss"], theirs.Metrics["train_log_loss"], 1e-4);
    }

    [Fact]
    public void It_ranks_as_the_products_own_does()
    {
        var (set, later) = (MadeUpWeeks.Set(30_000, seed: 213), MadeUpWeeks.Set(20_000, seed: 214));

        var own = Scorer.Of(new LogisticTrainer(Curved).Train(set)).Score(later.Features);
        var theirs = Scorer.Of(new LogisticTrainer(Curved, new LbfgsMinimum()).Train(set)).Score(later.Features);

        Assert.Equal(TrainersTests.Auc(own, later), TrainersTests.Auc(theirs, later), 0.002);
    }
}
