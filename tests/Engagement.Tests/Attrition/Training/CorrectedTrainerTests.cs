using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Corrected;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;

namespace Engagement.Tests.Attrition.Training;

public class CorrectedTrainerTests
{
    private static readonly TreeOptions FewTrees = new() { MostTrees = 20, Leaves = 4, RowShare = 1, FeatureShare = 1 };

    [Fact]
    public void Trees_add_what_features_tell_only_together()
    {
        var set = MadeUpWeeks.Normals(4000, 2, seed: 1, row => 3 * Math.Sign(row[0] * row[1]));
        var straight = new LogisticTrainer(new LogisticOptions()).Train(set);

        var corrected = new CorrectedTrainer(new LogisticOptions(), FewTrees).Train(set);

        Assert.True(corrected.Metrics["train_log_loss"] < straight.Metrics["train_log_loss"] - 0.1);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        var trainer = new CorrectedTrainer(new LogisticOptions(), FewTrees);

        Assert.Equal(trainer.Train(MadeUpWeeks.Set(2000, seed: 2)).ToJson(), trainer.Train(MadeUpWeeks.Set(2000, seed: 2)).ToJson());
    }

    [Fact]
    public void A_model_read_from_its_file_scores_alike()
    {
        var set = MadeUpWeeks.Set(2000, seed: 3);
        var model = new CorrectedTrainer(new LogisticOptions(), FewTrees).Train(set) with { Calibration = new Calibration(0.1, 0.9) };

        var read = ModelDocument.Read(model.ToJson(), MadeUpWeeks.Names);

        Assert.Equal(model.ToJson(), read.ToJson());
        Assert.Equal(Scorer.Of(model).Score(set.Features), Scorer.Of(read).Score(set.Features));
    }

    [Fact]
    public void Contributions_and_baseline_sum_to_the_calibrated_logit()
    {
        var set = MadeUpWeeks.Set(2000, seed: 4);
        var scorer = Scorer.Of(new CorrectedTrainer(new LogisticOptions(), FewTrees).Train(set) with { Calibration = new Calibration(-0.2, 1.1) });
        var scores = scorer.Score(set.Features);

        for (var row = 0; row < 200; row++)
        {
            var logit = Math.Log(scores[row] / (1 - scores[row]));
            Assert.Equal(logit, scorer.Baseline + scorer.Contributions(set.Features.Row(row)).Sum(), 5);
        }
    }
}
