using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;

namespace Engagement.Tests.Attrition.Training;

public class LogisticTrainerTests
{
    private static readonly LogisticOptions Curved = new() { Interactions = [("recency", "days_active"), ("clicks", "clicks")] };

    [Theory]
    [InlineData(0.01)]
    [InlineData(10)]
    public void The_weights_are_those_of_the_least_loss(double strength)
    {
        var set = MadeUpWeeks.Set(2000, seed: 1);
        var model = new LogisticTrainer(Curved with { Strengths = [strength] }).Train(set).Logistic!;

        var expected = ReferenceLogistic.Fit(model, set, strength);

        Assert.All(ReferenceLogistic.Weights(model).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-3));
    }

    // The rows are more than the sample that second derivatives are taken from, and it has none of those where clicks are unknown.
    [Fact]
    public void On_many_rows_no_weight_can_be_moved_for_the_better()
    {
        var set = MadeUpWeeks.Set(50_000, seed: 2);
        foreach (var row in new[] { 2, 5, 8 }) set.Features.Values[row * MadeUpWeeks.Names.Length + 2] = float.NaN;
        Assert.DoesNotContain(set.Sample(LogisticTrainer.SampleRows).Features.Values.Where((_, i) => i % MadeUpWeeks.Names.Length == 2), float.IsNaN);
        var model = new LogisticTrainer(Curved with { Strengths = [0.1] }).Train(set).Logistic!;

        var weights = ReferenceLogistic.Weights(model);
        var gradient = weights.Select((w, c) => c == weights.Length - 1 ? 0 : model.Strength * w).ToArray();
        for (var i = 0; i < set.Rows; i++)
        {
            double[] terms = [.. ReferenceLogistic.Terms(model, set.Names, set.Features.Row(i)), 1];
            var residual = 1 / (1 + Math.Exp(-terms.Zip(weights, (x, w) => x * w).Sum())) - (set.Labels[i] ? 1 : 0);
            for (var c = 0; c < terms.Length; c++) gradient[c] += residual * terms[c];
        }

        // A derivative of 1 would be the doing of one row in 50,000.
        Assert.All(gradient, derivative => Assert.InRange(derivative, -0.1, 0.1));
    }

    [Fact]
    public void Known_weights_are_found_again()
    {
        var set = MadeUpWeeks.Normals(40_000, columns: 3, seed: 3, x => -1 + 0.8 * x[0] - 0.5 * x[1] + 0.3 * x[0] * x[1]);
        var trainer = new LogisticTrainer(new() { Knots = 0, Strengths = [0.1], Interactions = [("x0", "x1")] });

        var model = trainer.Train(set).Logistic!;

        // Standard errors are about 0.015.
        Assert.Equal(-1, model.Intercept, 0.06);
        Assert.Equal([0.8, -0.5, 0], model.Transforms.Select(transform => transform.Weight), (a, b) => Math.Abs(a - b) < 0.06);
        Assert.Equal(0.3, model.Interactions.Single().Weight, 0.06);
    }

    [Fact]
    public void Hinges_follow_a_bend_that_a_line_cannot()
    {
        var set = MadeUpWeeks.Normals(20_000, columns: 1, seed: 4, x => -2 + 3 * Math.Abs(x[0]));

        var bent = new LogisticTrainer(new()).Train(set);
        var straight = new LogisticTrainer(new() { Knots = 0 }).Train(set);

        Assert.True(bent.Metrics["train_log_loss"] < straight.Metrics["train_log_loss"] - 0.1);
        Assert.Equal(1, Math.Sign(bent.Logistic!.Transforms[0].Hinges.Sum(hinge => hinge.Weight)));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes_on_one_processor_and_on_many()
    {
        var set = MadeUpWeeks.Set(34_000, seed: 5);

        var models = new[] { 1, 2, 2 }.Select(processors => new LogisticTrainer(Curved with { Processors = processors }).Train(set).ToJson());

        Assert.Single(models.Distinct());
    }

    [Fact]
    public void Of_several_strengths_the_one_that_does_best_on_the_validation_rows_is_taken()
    {
        // Thirty columns of noise and few rows: hardly held back, the weights are learnt by heart.
        var set = MadeUpWeeks.Normals(150, columns: 30, seed: 7, x => x[0]);
        var later = MadeUpWeeks.Normals(3000, columns: 30, seed: 8, x => x[0]);
        double[] strengths = [0.01, 20, 100_000];

        var chosen = new LogisticTrainer(new() { Strengths = strengths }).Train(set, later);
        var each = strengths.ToDictionary(strength => strength, strength => new LogisticTrainer(new() { Strengths = [strength] }).Train(set, later));

        Assert.Equal(20, chosen.Logistic!.Strength);
        Assert.Equal(each.Values.Min(model => model.Metrics["validation_log_loss"]), chosen.Metrics["validation_log_loss"], 1e-6);
    }

    [Fact]
    public void The_model_says_what_it_was_made_of()
    {
        var set = MadeUpWeeks.Set(500, seed: 9);

        var model = new LogisticTrainer(new()).Train(set);

        Assert.Equal(("logistic", "goes-silent", "2013B", "2014B", "abc", 500),
            (model.Kind, model.Task, model.From, model.Until, model.DataHash, model.Rows));
        Assert.Equal(set.Labels.Count(label => label) / 500.0, model.BaseRate);
        Assert.Equal(MadeUpWeeks.Names, model.Features);
    }

    [Fact]
    public void Only_a_feature_that_was_ever_unknown_has_a_term_for_it_and_one_that_never_changes_says_nothing()
    {
        var transforms = new LogisticTrainer(new()).Train(MadeUpWeeks.Set(500, seed: 10)).Logistic!.Transforms;

        Assert.Equal([false, false, false, false, true, false], transforms.Select(transform => transform.Missing is not null));
        Assert.True(transforms[4].Missing!.Weight > 0.1);
        Assert.Equal((7, 7, 0, 0), (transforms[5].Low, transforms[5].High, transforms[5].Weight, transforms[5].Hinges.Count));
        Assert.Empty(transforms[3].Hinges);
    }

    [Fact]
    public void What_cannot_be_learnt_from_is_said()
    {
        var set = MadeUpWeeks.Set(100, seed: 11);
        var allQuiet = new TrainingSet(set.Features, new bool[100], set.Names);

        Assert.Contains("same outcome", Assert.Throws<ArgumentException>(() => new LogisticTrainer(new()).Train(allQuiet)).Message);
        Assert.Contains("no validation rows", Assert.Throws<ArgumentException>(() => new LogisticTrainer(new() { Strengths = [1, 2] }).Train(set)).Message);
        Assert.Contains("mood", Assert.Throws<ArgumentException>(() => new LogisticTrainer(new() { Interactions = [("mood", "clicks")] }).Train(set)).Message);
        Assert.Contains("99 labels", Assert.Throws<ArgumentException>(() => new TrainingSet(set.Features, new bool[99], set.Names)).Message);
        Assert.Contains("called a", Assert.Throws<ArgumentException>(() => new TrainingSet(set.Features, set.Labels, ["a", "b", "a", "d", "e", "f"])).Message);
    }
}
