using Engagement.Attrition.Features;
using Engagement.Attrition.Keeping;
using Engagement.Attrition.Reasons;
using Engagement.Attrition.Training;

namespace Engagement.Attrition.Scoring;

/// <summary>Learners at one cut → their risk: pure.</summary>
public static class RiskScores
{
    /// <summary>Who registered longer ago and never started is given up on.</summary>
    private const int MostDaysUnstarted = 28;

    private static readonly int ActiveDays = FeatureList.PlaceOf("active_days"), Silence = FeatureList.PlaceOf("silence");

    /// <summary>
    /// Who was active in the last 28 days, most at risk first, course by course; then who registered in these and never started.
    /// </summary>
    /// <param name="weeks">All learners at one cut.</param>
    /// <param name="model">Of <see cref="AttritionTask.GivesUp"/>.</param>
    public static IReadOnlyList<RiskScore> Of(PersonWeeks weeks, KeptModel model)
    {
        var scorer = Scorer.Of(model.Document);
        var shown = model.Courses.ToHashSet(StringComparer.Ordinal);
        var asked = AttritionTask.GivesUp.Of(weeks);
        var probabilities = scorer.Score(asked.Features);
        var found = new List<RiskScore>();
        foreach (var course in Enumerable.Range(0, asked.Rows).GroupBy(row => asked.Course[row]))
        {
            int[] ranked = [.. course.OrderByDescending(row => probabilities[row]).ThenBy(row => asked.Learners[asked.Learner[row]])];
            foreach (var (place, row) in ranked.Index())
                found.Add(Found(asked, row, (float)probabilities[row], place + 1, ranked.Length));
        }
        found.AddRange(Enumerable.Range(0, weeks.Rows).Where(row => HasNotStarted(weeks.Features.Row(row)))
            .Select(row => Found(weeks, row, probability: null, place: null, of: 0)));
        return found;

        RiskScore Found(PersonWeeks among, int row, float? probability, int? place, int of)
        {
            var course = among.Courses[among.Course[row]];
            var features = among.Features.Row(row);
            return new(course, among.Learners[among.Learner[row]], probability, probability is not null && shown.Contains(course), place, of,
                Explanation.Of(features, scorer.Contributions(features)));
        }
    }

    private static bool HasNotStarted(ReadOnlySpan<float> row) => row[ActiveDays] == 0 && row[Silence] <= MathF.Log(1 + MostDaysUnstarted);
}
