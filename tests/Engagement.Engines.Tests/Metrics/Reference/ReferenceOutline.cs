using Engagement.Courses;

namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>A version of an outline, and from when it is in force.</summary>
internal sealed record ReferenceOutline(CourseOutline Outline, long ValidFrom, bool IsInferred)
{
    public string Course => Outline.Course;

    public int PositionOf(OutlineSection section) => Outline.Sections.ToList().IndexOf(section) + 1;

    public static long IdleOf(OutlineSection section) => Micros(section.IdleSeconds ?? section.Kind switch
    {
        "try-it" or "think-about" => 900,
        "discussion" or "assessment" => 600,
        "artifact" => 1800,
        _ => 300,
    });

    public static long FloorOf(OutlineSection section) =>
        Micros(section.FloorSeconds ?? Math.Max(10, 0.15m * (section.ExpectedSeconds ?? 0)));

    /// <summary>The newest version not later than the time; before the earliest, the earliest.</summary>
    public static ReferenceOutline InForce(IEnumerable<ReferenceOutline> versions, long at)
    {
        var ordered = versions.OrderBy(v => v.ValidFrom).ThenBy(v => v.Outline.Version, StringComparer.Ordinal).ToList();
        return ordered.LastOrDefault(v => v.ValidFrom <= at) ?? ordered[0];
    }

    /// <summary>Which of the ids, taken in order, belongs to which section: an exact id before a prefix, a longer prefix first.</summary>
    public Claim? Find(string[] ids)
    {
        for (var place = 0; place < ids.Length; place++)
        {
            var id = ids[place];
            if (id.Length == 0) continue;
            foreach (var section in Outline.Sections)
                if (section.Activities.Contains(id)) return new Claim(section, place, false, 0);
            var longest = Outline.Sections
                .SelectMany(s => s.Activities.Where(a => a.EndsWith('*')).Select(a => (Section: s, Prefix: a[..^1])))
                .Where(p => id.StartsWith(p.Prefix, StringComparison.Ordinal))
                .OrderByDescending(p => p.Prefix.Length)
                .FirstOrDefault();
            if (longest.Section is not null) return new Claim(longest.Section, place, true, longest.Prefix.Length);
        }
        return null;
    }

    private static long Micros(decimal seconds) => (long)Math.Ceiling(seconds * 1_000_000);

    internal sealed record Claim(OutlineSection Section, int Place, bool IsPrefix, int Length);
}
