namespace Engagement.Metrics.Explanations;

/// <summary>Whether a section's stored figures follow from its visits, and its status from its figures.</summary>
internal static class SectionCheck
{
    public static IEnumerable<Difference> Of(StoredSection section, StatusRules rules, IEnumerable<VisitRun> visits, CourseSections outline) =>
        What(section, rules, [.. visits.Select(run => run.Visit).Where(visit => visit.SectionId == section.SectionId)], outline) is { } what
            ? [new Difference(section.SectionId, $"{outline.Name(section.SectionId)}: {what}")]
            : [];

    private static string? What(StoredSection section, StatusRules rules, List<StoredVisit> visits, CourseSections outline)
    {
        if (section.Visits != visits.Count) return $"{section.Visits} visits counted, {visits.Count} stored";
        if ((section.OpenVisits, section.DeclaredVisits, section.ClippedVisits) != (visits.Count(v => v.IsOpen), visits.Count(v => v.IsDeclared), visits.Count(v => v.IsClipped)))
            return "its open-ended, declared or clipped visits are not those that are there";
        var (low, high) = (visits.Sum(v => v.SecondsLow), visits.Sum(v => v.SecondsHigh));
        if ((section.SecondsLow, section.SecondsHigh) != (low, high))
            return $"its visits add up to {Wording.Seconds(low, high)}, not {Wording.Seconds(section.SecondsLow, section.SecondsHigh)}";
        if ((section.Responses, section.FirstResponseAt) != (visits.Sum(v => v.Responses), visits.Min(v => v.FirstResponseAt))) return "its responses are not those of its visits";
        if ((section.FirstAt, section.LastAt) != (visits.Min(v => (DateTimeOffset?)v.StartedAt), visits.Max(v => (DateTimeOffset?)v.LastAt)))
            return "it was first or last seen at another time than its visits";
        if (outline.LimitsOf(section.SectionId) is not { } limits) return "the outline has no such section any more";
        if (limits.FloorSeconds != section.FloorSeconds) return $"the outline's floor is {Wording.Seconds(limits.FloorSeconds)} now";
        if (section.EngagedAt != rules.EngagedAt) return "it became engaged at another time than its visits say";
        var status = rules.Rows()[^1].Status;
        return section.Status == status ? null : $"the figures give {status}, not {section.Status}";
    }
}
