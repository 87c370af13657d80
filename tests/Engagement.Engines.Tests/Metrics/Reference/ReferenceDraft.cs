using Engagement.Courses;

namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>The outline of a course that nobody declared one for, drafted from the statements that belong to it.</summary>
internal static class ReferenceDraft
{
    private const int Crowd = 200;

    public static ReferenceOutline? Of(string course, IReadOnlyList<ReferenceStatement> statements)
    {
        var seen = statements.Where(s => s.Activity.Length > 0 && s.Role is not ("course" or "void" or "feedback") && s.Activity != course).ToList();
        if (seen.Count == 0) return null;
        var isCrowded = statements.Where(s => s.Activity.Length > 0 && s.Role is not ("course" or "void" or "feedback"))
            .Select(s => s.Activity).Distinct().Count() > Crowd;

        string SectionOf(ReferenceStatement s) =>
            isCrowded && s.Parents.FirstOrDefault(p => p.Length > 0 && p != course && p != s.Activity) is { } parent ? parent : s.Activity;

        var ranks = seen.GroupBy(s => s.Learner)
            .SelectMany(learner => learner.GroupBy(SectionOf)
                .OrderBy(section => section.Min(s => s.At)).ThenBy(section => section.Key, StringComparer.Ordinal)
                .Select((section, index) => (Section: section.Key, Rank: index + 1)))
            .ToLookup(r => r.Section, r => r.Rank);
        var sections = ranks.OrderByDescending(r => r.Count()).ThenBy(r => r.Key, StringComparer.Ordinal).Take(Crowd)
            .OrderBy(r => Median(r)).ThenBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => new OutlineSection(r.Key, r.Key, KindOf(seen.Where(s => SectionOf(s) == r.Key)), [r.Key], null, null, null, null, null, null));
        return new ReferenceOutline(new CourseOutline(course, course, "", "unknown", [.. sections]), 0, true);
    }

    private static string KindOf(IEnumerable<ReferenceStatement> statements) =>
        statements.Where(s => s.KindHint.Length > 0).GroupBy(s => s.KindHint)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "content";

    private static double Median(IEnumerable<int> ranks)
    {
        var sorted = ranks.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2.0;
    }
}
