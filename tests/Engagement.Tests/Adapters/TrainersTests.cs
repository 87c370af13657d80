using Engagement.Adapters;
using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Training;
using Engagement.Tests.Attrition.Training;

namespace Engagement.Tests.Adapters;

/// <summary>What is asked of all trainers, whoever's: the product's own and, where this build has them, ML.NET's.</summary>
public class TrainersTests
{
    private static readonly TrainingSet Rows = MadeUpWeeks.Set(6_000, seed: 201), Later = MadeUpWeeks.Set(4_000, seed: 202);

    /// <summary>The makers of models by whose they are and what they make.</summary>
    public static IEnumerable<object[]> All =>
        from trainers in BuiltWith.AllTrainers
        from kind in new[] { "model", "regression", "trees" }
        select new object[] { trainers.Name, kind };

    [Theory]
    [MemberData(nameof(All))]
    public void Whoever_is_likelier_to_go_is_ranked_higher_and_probabilities_mean_what_they_say(string trainers, string kind)
    {
        var scores = Scorer.Of(Trainer(trainers, kind).Train(Rows)).Score(Later.Features);

        Assert.True(Auc(scores) > 0.70, $"AUC {Auc(scores)}");
        Assert.Equal(Later.BaseRate, scores.Average(), 0.03);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Training_twice_gives_the_same_bytes(string trainers, string kind) =>
        Assert.Equal(Trainer(trainers, kind).Train(Rows).ToJson(), Trainer(trainers, kind).Train(Rows).ToJson());

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_written_is_read_back_and_scores_alike(string trainers, string kind)
    {
        var document = Trainer(trainers, kind).Train(Rows);

        var read = ModelDocument.Read(document.ToJson(), MadeUpWeeks.Names);

        Assert.Equal(document.ToJson(), read.ToJson());
        Assert.Equal(Scorer.Of(document).Score(Later.Features), Scorer.Of(read).Score(Later.Features));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Reasons_sum_to_the_score(string trainers, string kind)
    {
        var scorer = Scorer.Of(Trainer(trainers, kind).Train(Rows));
        for (var row = 0; row < 200; row++)
        {
            var logit = scorer.Baseline + scorer.Contributions(Later.Features.Row(row)).Sum();
            Assert.Equal(scorer.Score(Later.Features.Pick([row])).Single(), 1 / (1 + Math.Exp(-logit)), 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Rows_with_one_outcome_are_refused(string trainers, string kind)
    {
        var quiet = Rows.Where(row => !Rows.Labels[row]);
        Assert.Contains("same outcome", Assert.Throws<ArgumentException>(() => Trainer(trainers, kind).Train(quiet)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trainer_that_is_not_there_is_refused_with_those_that_are()
    {
        var fault = Assert.Throws<Engagement.Hosting.Fault>(() => BuiltWith.Trainers("abacus"));
        Assert.Contains("Attrition:Trainer is abacus, and this build has built-in", fault.Message, StringComparison.Ordinal);
        Assert.Equal("built-in", BuiltWith.Trainers("Built-In").Name);
    }

    internal static double Auc(double[] scores, TrainingSet? of = null)
    {
        var labels = (of ?? Later).Labels;
        return new Ranking(new ScoredWeeks(new int[scores.Length], [.. Enumerable.Range(0, scores.Length)], new int[scores.Length], scores, labels)).Auc();
    }

    private static ITrainer Trainer(string name, string kind)
    {
        var trainers = BuiltWith.Trainers(name);
        if (kind == "trees") return trainers.Challenger;
        var pilot = BuiltWith.Trainers("built-in").Pilot.Train(Rows, Later);
        return kind == "regression" ? trainers.WithoutTrees(pilot) : trainers.Like(pilot);
    }
}
