using Engagement.Attrition.Features;
using Engagement.Attrition.Reasons.Themes;

namespace Engagement.Attrition.Reasons;

/// <summary>
/// Writes the reasons for a score: of as many themes, those that raise it most and have something to tell. Who has waited long for the
/// facilitator has that among them whatever it weighs: a model that has seen little of it may not know, and it is the one thing the
/// facilitator can mend at once. Thread-safe.
/// </summary>
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
        var told = new List<Reason>();
        foreach (var theme in ThemeList.All)
            if (theme.Sentence(row) is { } text)
                told.Add(new Reason(theme.Code, double.IsFinite(theme.Weight(contributions)) ? theme.Weight(contributions) : 0, text));

        var isAwaited = Awaited(row);
        // Stable: those of equal weight stay as they are.
        return [.. told.Where(reason => reason.Weight > 0 || isAwaited.Contains(reason.Code))
            .OrderByDescending(reason => isAwaited.Contains(reason.Code)).ThenByDescending(reason => reason.Weight)
            .Take(Most).OrderByDescending(reason => reason.Weight)];
    }

    private static string[] Awaited(ReadOnlySpan<float> row) => (SituationRule.WaitsForFeedback(row), SituationRule.WaitsForHelp(row)) switch
    {
        (true, true) => [ThemeList.WaitsForFeedback, ThemeList.WaitsForHelp],
        (true, false) => [ThemeList.WaitsForFeedback],
        (false, true) => [ThemeList.WaitsForHelp],
        _ => [],
    };

    private static void CheckLength(int length, string what)
    {
        var features = FeatureList.All.Count;
        if (length != features) throw new ArgumentException($"There are {features} features, here are {length} values", what);
    }
}
