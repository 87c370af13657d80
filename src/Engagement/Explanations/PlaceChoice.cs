using System.Globalization;
using Engagement.Hosting;
using Engagement.Metrics.Explanations;
using Engagement.Reports;

namespace Engagement.Explanations;

/// <summary>Which course and section a person means.</summary>
internal static class PlaceChoice
{
    /// <param name="courses">Of the learner, never none.</param>
    /// <param name="typed">An id or a part of one; null where none was typed.</param>
    /// <exception cref="Fault">None is meant, or several could be; those there are are named.</exception>
    public static string Course(IReadOnlyList<string> courses, string? typed)
    {
        if (typed is null && courses.Count == 1) return courses[0];
        if (typed is null) throw new Fault("This is a learner of several courses. Pick one with --course:" + List(courses));
        if (courses.Contains(typed)) return typed;
        var near = courses.Where(course => course.Contains(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return near.Count == 1
            ? near[0]
            : throw new Fault($"{(near.Count == 0 ? $"The learner is in no course {typed}, but in" : $"{typed} could be")}:{List(near.Count == 0 ? courses : near)}");
    }

    /// <param name="sections">Of the course.</param>
    /// <param name="typed">An id, a position, or a part of an id or a title.</param>
    /// <exception cref="Fault">None is meant, or several could be; those there are are named.</exception>
    public static ExplainedSection Section(IReadOnlyList<ExplainedSection> sections, string typed)
    {
        if (sections.FirstOrDefault(section => section.SectionId == typed) is { } exact) return exact;
        if (sections.FirstOrDefault(section => section.Position.ToString(CultureInfo.InvariantCulture) == typed) is { } placed) return placed;
        var near = sections.Where(section =>
            section.SectionId.Contains(typed, StringComparison.OrdinalIgnoreCase) || section.Title.Contains(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return near.Count == 1
            ? near[0]
            : throw new Fault((near.Count == 0 ? $"The outline has no section {typed}; it has:" : $"Several sections could be {typed}:")
                + List((near.Count == 0 ? sections : near).Select(section => $"{section.Position}. {section.Title} ({section.SectionId})")));
    }

    private static string List(IEnumerable<string> items) => string.Concat(items.Select(item => "\n  " + Terminal.Readable(item)));
}
