using Engagement.Attrition.Features;
using Engagement.Attrition.Training.Logistic;

namespace Engagement.Attrition.Watching;

/// <summary>How far a feature's mean lies from what the model was trained on.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Shift">In standard deviations of the training rows.</param>
public sealed record InputShift(string Feature, double Shift)
{
    /// <summary>What is worth a look: the usual learner is as far off as one in three was.</summary>
    public const double Noticeable = 1;

    /// <summary>Of each feature that is known of a learner at least, largest first.</summary>
    /// <param name="features">Learners scored now.</param>
    /// <param name="model">The regression that scores them.</param>
    internal static IReadOnlyList<InputShift> Of(FeatureMatrix features, LogisticModel model)
    {
        var shifts = new List<InputShift>();
        foreach (var (column, name) in FeatureList.Names.Index())
        {
            var (known, transform) = (features.Known(column), model.Transforms[column]);
            if (known.Count == 0) continue;
            var mean = known.Average(value => (double)Math.Clamp(value, transform.Low, transform.High));
            shifts.Add(new(name, (mean - transform.Mean) / transform.Scale));
        }
        return [.. shifts.OrderByDescending(shift => Math.Abs(shift.Shift))];
    }
}
