using Engagement.Attrition.Features;
using Engagement.Attrition.Reasons.Themes;

namespace Engagement.Attrition.Reasons;

/// <summary>Writes the reasons for a score: of as many themes, those that raise it most and have something to tell. Thread-safe.</summary>
public static class ReasonWriter
{
    /// <summary>More are not read.</summary>
    public const int Most = 3;

    /// <param name="row">As <see cref="FeatureList"/>; NaN: not known.</param>
    /// <param name="contributions">What each feature adds to the row's logit, in the same order.</param>
    /// <returns>At most <see cref="Most"/>, the weightiest first; those of equal weight as in <see cref="ThemeList"/>.</returns>
    /// <exception cref="ArgumentException">The row or its contributions are not as long as the list of features.</exception>
    public static IReadOnlyList<Reason> Write(ReadOnlySpan<float> row, double[] contributions)
    {
        CheckLength(row.Length, nameof(row));
        CheckLength(contributions.Length, nameof(contributions));
        var reasons = new List<Reason>(Most);
        var weighed = ThemeList.All.Select(theme => (Theme: theme, Weight: theme.Weight(contributions)))
            .Where(weighed => weighed.Weight > 0 && double.IsFinite(weighed.Weight)).OrderByDescending(weighed => weighed.Weight);
        foreach (var (theme, weight) in weighed)
        {
            if (theme.Sentence(row) is not { } text) continue;
            reasons.Add(new Reason(theme.Code, weight, text));
            if (reasons.Count == Most) break;
        }
        return reasons;
    }

    private static void CheckLength(int length, string what)
    {
        var features = FeatureList.All.Count;
        if (length != features) throw new ArgumentException($"There are {features} features, here are {length} values", what);
    }
}
