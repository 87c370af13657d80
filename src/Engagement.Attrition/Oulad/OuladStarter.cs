using Engagement.Attrition.Features;
using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;

namespace Engagement.Attrition.Oulad;

/// <summary>
/// Makes the model that the product brings along (<see cref="Starter.StarterModel"/>): trained on OULAD's presentations before 2014J, with
/// weights set by hand for what OULAD does not tell. It gives way to the first model of the product's own courses that is no worse.
/// </summary>
public static class OuladStarter
{
    private static readonly LogisticOptions Options = new() { Knots = 3, Strengths = [100] };

    // A guess, held until data speaks: what the course makers who asked for this product saw. Learners lose heart while they wait for
    // somebody, pass over what asks them to do something, and stay where a person looks after them. Logits by unit of the feature;
    // waiting for a week weighs 1, which is nearly three times the odds.
    private static readonly Prior[] Priors =
    [
        new("practice_skipped_share", 0, 1, 0.3f, 0.6),
        new("practice_skipped_last_3", 0, 3, 1, 0.15),
        new("days_since_new_section", 0, 3.4f, 1.1f, 0.3),
        new("seconds_against_expected", -3, 1, 0, -0.2),
        new("feedback_waiting", 0, 14, 0.5f, 0.15),
        new("feedback_latency", 0, 2.7f, 0.7f, 0.4),
        new("help_waiting", 0, 14, 0.3f, 0.15),
        new("is_self_directed", 0, 1, 0.5f, 0.5),
        new("is_facilitated", 0, 1, 0.5f, -0.5),
    ];

    /// <param name="weeks">All person-weeks of OULAD.</param>
    public static ModelDocument Train(PersonWeeks weeks)
    {
        var task = AttritionTask.GivesUp;
        var rows = task.Of(OuladSplit.In(weeks, OuladSplit.Train));
        var trained = new LogisticTrainer(Options).Train(new TrainingSet(rows.Features, task.Labels(rows), FeatureList.Names)
        {
            Task = task.Name, From = OuladSplit.Train[0], Until = OuladSplit.Train[^1], DataHash = rows.Hash(),
        });
        var transforms = trained.Logistic!.Transforms.ToArray();
        foreach (var prior in Priors) transforms[FeatureList.PlaceOf(prior.Feature)] = prior.Transform;
        return trained with { Logistic = trained.Logistic with { Transforms = transforms } };
    }

    private sealed record Prior(string Feature, float Low, float High, float Usual, double Weight)
    {
        public FeatureTransform Transform => new(Low, High, Usual, 1, Weight, null, []);
    }
}
