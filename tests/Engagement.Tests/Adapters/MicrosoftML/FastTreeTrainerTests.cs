using Engagement.Adapters.MicrosoftML;
using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Trees;
using Engagement.Tests.Attrition.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Engagement.Tests.Adapters.MicrosoftML;

public class FastTreeTrainerTests
{
    private static readonly TreeOptions Few = new() { MostTrees = 30, Leaves = 12, LeastWeight = 5 };

    // The document scores without ML.NET: both must say the same of each row, also of what is unknown or beyond all that was learnt.
    [Fact]
    public void The_document_says_what_the_ensemble_it_was_made_of_says()
    {
        var (set, later) = (MadeUpWeeks.Set(8_000, seed: 221), MadeUpWeeks.Set(3_000, seed: 222));
        foreach (var (row, value) in new[] { float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -0f, float.NaN }.Index())
            later.Features.Values[row * MadeUpWeeks.Names.Length + 2] = value;
        var trainer = new FastTreeTrainer(Few);

        var document = trainer.Train(set);

        var ml = new MLContext(1);
        var said = trainer.Fit(ml, set).Transform(FastTreeTrainer.View(ml, later)).GetColumn<float>("Probability");
        Assert.All(Scorer.Of(document).Score(later.Features).Zip(said), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        Assert.Equal(30, document.Trees!.Trees.Count);
        Assert.All(document.Trees.Trees, tree => Assert.InRange(tree.Feature.Count(feature => feature < 0), 2, 12));
    }

    [Fact]
    public void That_a_value_is_unknown_can_be_what_matters()
    {
        var set = MadeUpWeeks.Normals(4_000, 1, seed: 223, x => x[0] is > -0.5f and < 0.5f ? 3 : -3);
        for (var i = 0; i < set.Rows; i++)
            if (set.Labels[i]) set.Features.Values[i] = float.NaN;

        var scorer = Scorer.Of(new FastTreeTrainer(Few with { FeatureShare = 1 }).Train(set));

        Assert.True(scorer.Score(MadeUpWeeks.OneRow(float.NaN)).Single() > 0.8);
        Assert.All([0f, 1f, -1f], x => Assert.True(scorer.Score(MadeUpWeeks.OneRow(x)).Single() < 0.2));
    }
}
