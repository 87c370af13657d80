using Engagement.Courses;
using Engagement.Hosting;
using Engagement.Reports;

namespace Engagement.Outlines;

/// <summary>Which outline a person means.</summary>
internal static class OutlineChoice
{
    private const int MostNear = 10;

    /// <summary>All versions of a course, never none.</summary>
    /// <exception cref="Fault">The course has no outline; near ones are named.</exception>
    public static async Task<List<OutlineVersion>> VersionsAsync(OutlineHistory history, string course, CancellationToken cancel)
    {
        var versions = await history.VersionsAsync(course, cancel);
        if (versions.Count > 0) return versions;
        var near = Near(await history.CoursesAsync(cancel), course);
        throw new Fault($"There is no outline of {course}. " + (near.Count == 0
            ? "'./engagement course show' lists the courses that have one."
            : "Near it:\n  " + string.Join("\n  ", near)));
    }

    /// <summary>The version of a name, or the one in force at a time.</summary>
    /// <exception cref="Fault">There is no such version; those there are are named.</exception>
    public static OutlineVersion Pick(IReadOnlyList<OutlineVersion> versions, string? name, DateTimeOffset at) => name is null
        ? versions.First(version => version.IsInForceAt(at))
        : versions.FirstOrDefault(version => version.Outline.Version == name)
            ?? throw new Fault($"There is no version {name}; there are:\n  " + string.Join("\n  ", versions.Select(version => Terminal.Readable(version.Outline.Version))));

    // Those whose id or title holds what was typed, but for a slash at its end.
    private static List<string> Near(IEnumerable<OutlineSummary> courses, string typed)
    {
        var text = typed.Trim('/', ' ');
        return [.. courses
            .Where(course => course.CourseId.Contains(text, StringComparison.OrdinalIgnoreCase) || course.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Take(MostNear)
            .Select(course => Terminal.Readable($"{course.CourseId} ({course.Title})"))];
    }
}
