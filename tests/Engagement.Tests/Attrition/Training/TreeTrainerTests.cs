using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Attrition.Training;

public class TreeTrainerTests
{
    private static readonly TreeOptions Small = new() { MostTrees = 20, Leaves = 8, LeastWeight = 2, Strength = 2 };

    private static Arbitrary<float[]> AnyRow => ArbMap.Default.GeneratorFor<float>().ArrayOf(MadeUpWeeks.Names.Length).ToArbitrary();

    [Fact]
    public void Trees_tell_apart_what_no_sum_of_curves_can()
    {
        static double ExclusiveOr(float[] x) => x[0] * x[1] > 0 ? 2 : -2;
        var (set, later) = (MadeUpWeeks.Normals(4000, 3, seed: 50, ExclusiveOr), MadeUpWeeks.Normals(4000, 3, seed: 51, ExclusiveOr));

        var trees = new TreeTrainer(new()).Train(set, later);
        var logistic = new LogisticTrainer(new()).Train(set, later);

        // With one outcome in two, ln 2 is to know nothing; 0.365 is to know all there is to know.
        Assert.InRange(logistic.Metrics["validation_log_loss"], 0.66, 0.72);
        Assert.InRange(trees.Metrics["validation_log_loss"], 0.35, 0.42);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes_on_one_processor_and_on_many()
    {
        var set = MadeUpWeeks.Set(10_000, seed: 52);

        var models = new[] { 1, 2, 2 }.Select(processors => new TreeTrainer(Small with { Processors = processors }).Train(set).ToJson());

        Assert.Single(models.Distinct());
        Assert.NotEqual(new TreeTrainer(Small with { Seed = 2 }).Train(set).ToJson(), models.First());
    }

    // Trained on bins, scored by thresholds: both must send each row the same way, also one that is unknown or infinite.
    [Fact]
    public void Rows_fall_into_the_leaves_they_were_trained_in()
    {
        var set = MadeUpWeeks.Set(3000, seed: 53);
        foreach (var (row, value) in new[] { float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -0f, float.Epsilon }.Index())
            set.Features.Values[row * 600 + 4] = set.Features.Values[row * 600 + 1] = value;

        var model = new TreeTrainer(Small with { MostTrees = 5 }).Train(set);

        var loss = Scorer.Of(model).Score(set.Features).Zip(set.Labels, (p, label) => -Math.Log(label ? p : 1 - p)).Average();
        Assert.Equal(model.Metrics["train_log_loss"], loss, 1e-9);
        Assert.Contains(model.Trees!.Trees, tree => tree.MissingLeft.Contains(true));
    }

    [Fact]
    public void That_a_value_is_unknown_can_be_what_matters()
    {
        var set = MadeUpWeeks.Normals(2000, 1, seed: 54, x => x[0] is > -0.5f and < 0.5f ? 3 : -3);
        for (var i = 0; i < set.Rows; i++)
            if (set.Labels[i]) set.Features.Values[i] = float.NaN;

        var scorer = Scorer.Of(new TreeTrainer(Small with { FeatureShare = 1 }).Train(set));

        Assert.True(scorer.Score(MadeUpWeeks.OneRow(float.NaN)).Single() > 0.8);
        Assert.All([0f, 1f, float.NegativeInfinity, float.PositiveInfinity], x => Assert.True(scorer.Score(MadeUpWeeks.OneRow(x)).Single() < 0.2));
    }

    [Fact]
    public void It_ends_when_validation_rows_no_longer_gain()
    {
        var (set, later) = (MadeUpWeeks.Normals(600, 5, seed: 55, x => x[0]), MadeUpWeeks.Normals(2000, 5, seed: 56, x => x[0]));
        var options = Small with { MostTrees = 200, Patience = 15 };

        var stopped = new TreeTrainer(options).Train(set, later);
        var all = new TreeTrainer(options).Train(set);

        Assert.InRange(stopped.Trees!.Trees.Count, 3, 100);
        Assert.Equal(200, all.Trees!.Trees.Count);
        var losses = Enumerable.Range(1, stopped.Trees.Trees.Count + 15).Select(count =>
        {
            var first = all with { Trees = all.Trees with { Trees = [.. all.Trees.Trees.Take(count)] } };
            return Scorer.Of(first).Score(later.Features).Zip(later.Labels, (p, label) => -Math.Log(label ? p : 1 - p)).Average();
        }).ToArray();
        Assert.Equal(stopped.Trees.Trees.Count, 1 + Array.IndexOf(losses, losses.Min()));
        Assert.Equal(losses.Min(), stopped.Metrics["validation_log_loss"], 1e-9);
    }

    [Fact]
    public void Any_row_has_a_score_and_contributions_that_sum_to_it()
    {
        var scorer = Scorer.Of(new TreeTrainer(Small).Train(MadeUpWeeks.Set(2000, seed: 57)) with { Calibration = new(0.3, 0.8) });
        Prop.ForAll(AnyRow, row =>
        {
            var score = scorer.Score(MadeUpWeeks.OneRow(row)).Single();
            Assert.Equal(Math.Log(score / (1 - score)), scorer.Baseline + scorer.Contributions(row).Sum(), 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Its_document_is_read_as_it_was_written()
    {
        var json = new TreeTrainer(Small).Train(MadeUpWeeks.Set(1000, seed: 58)).ToJson();

        Assert.Equal(json, ModelDocument.Read(json, MadeUpWeeks.Names).ToJson());
    }

    [Theory]
    [InlineData("\"left\": [", "\"left\": [ 0,", "tree 0")]
    [InlineData("\"feature\": [", "\"feature\": [ 6,", "tree 0")]
    [InlineData("\"kind\": \"trees\"", "\"kind\": \"logistic\"", "kind")]
    public void A_damaged_file_is_refused_with_what_is_wrong(string from, string to, string reason)
    {
        var json = new TreeTrainer(Small with { MostTrees = 1 }).Train(MadeUpWeeks.Set(1000, seed: 59)).ToJson();
        Assert.Contains(from, json, StringComparison.Ordinal);

        var refused = Assert.Throws<ModelRefusedException>(() => ModelDocument.Read(json.Replace(from, to, StringComparison.Ordinal), MadeUpWeeks.Names));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_used_is_said() =>
        Assert.Contains("Leaves = 1", Assert.Throws<ArgumentException>(() => new TreeTrainer(new() { Leaves = 1 }).Train(MadeUpWeeks.Set(100, 60))).Message);
}
