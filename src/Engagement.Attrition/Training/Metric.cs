namespace Engagement.Attrition.Training;

/// <summary>The metrics that trainers write into their documents.</summary>
internal static class Metric
{
    public const string TrainLogLoss = "train_log_loss", ValidationLogLoss = "validation_log_loss";

    /// <summary>Mean per row.</summary>
    public static Dictionary<string, double> LogLosses(ModelDocument document, TrainingSet set, TrainingSet? validation, int processors)
    {
        var scorer = Scorer.Of(document);
        var metrics = new Dictionary<string, double> { [TrainLogLoss] = LogLoss.Mean(scorer.Score(set.Features, processors), set.Labels) };
        if (validation is not null)
            metrics.Add(ValidationLogLoss, LogLoss.Mean(scorer.Score(validation.Features, processors), validation.Labels));
        return metrics;
    }
}
