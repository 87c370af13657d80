using Engagement.Courses;
using Engagement.Reports;

namespace Engagement.Outlines;

/// <summary>When a version of an outline is in force, in words.</summary>
internal static class OutlinePeriod
{
    public static string Of(OutlineVersion version) => (version.InForceFrom, version.InForceUntil) switch
    {
        (null, null) => "at all times",
        (null, { } until) => $"until {Terminal.Time(until)} UTC",
        ({ } from, null) => $"from {Terminal.Time(from)} UTC",
        ({ } from, { } until) when from < until => $"from {Terminal.Time(from)} until {Terminal.Time(until)} UTC",
        _ => "never: another version has the same date",
    };
}
