using static Engagement.Attrition.Reasons.Themes.Wording;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>How a learner came to the course.</summary>
internal static class EnrolmentSentences
{
    /// <summary>Days after the cohort's beginning; fewer are a weekend.</summary>
    private const int Late = 3;

    public static string? LateStart(ReadOnlySpan<float> row)
    {
        if (Known.RegisteredBefore.Whole(row) is <= -Late and var before) return $"Registered {Days(-before)} after the cohort began";
        var began = Known.DaysInRun.Whole(row) - Known.DaysSinceFirst.Whole(row);
        return began >= Late ? $"First active {Days(began)} after the cohort began" : null;
    }

    public static string? OtherCourses(ReadOnlySpan<float> row) =>
        Known.OtherCourses.Whole(row) is >= 1 and var courses ? $"Enrolled in {Count(courses, "other course")} at the same time" : null;
}
