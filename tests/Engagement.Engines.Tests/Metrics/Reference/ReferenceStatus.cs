namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>What a learner made of each section of their outline.</summary>
internal static class ReferenceStatus
{
    public static IEnumerable<EngagementRow> Of(ReferenceOutline outline, bool completed, Guid learner, IReadOnlyList<VisitRow> visits)
    {
        foreach (var section in outline.Outline.Sections)
        {
            var position = outline.PositionOf(section);
            var floor = ReferenceOutline.FloorOf(section) / 1e6m;
            var here = visits.Where(v => v.SectionId == section.Id).OrderBy(v => v.StartedAt).ThenBy(v => v.FirstStatement.ToString(), StringComparer.Ordinal).ToList();
            var later = outline.Outline.Sections.Skip(position).Select(s => s.Id).ToHashSet();
            var firstLater = visits.Where(v => later.Contains(v.SectionId)).Min(v => (long?)v.StartedAt);
            var low = here.Sum(v => v.SecondsLow);
            var high = here.Sum(v => v.SecondsHigh);
            var responses = here.Sum(v => v.Responses);
            var respondedAt = here.Min(v => v.FirstResponseAt);
            var engagedAt = Earlier(respondedAt, FloorReachedAt(here, floor));

            var status =
                here.Count == 0 && firstLater is null && !completed ? "not-reached"
                : engagedAt is not null ? (firstLater < engagedAt ? "deferred" : "engaged")
                : here.Count == 0 ? "jumped"
                : high >= floor ? "unknown"
                : "rushed";
            yield return new EngagementRow(outline.Course, learner, section.Id, position, section.Kind, section.Required, status,
                here.Count, here.Count(v => v.IsOpen), here.Count(v => v.IsDeclared), here.Count(v => v.IsClipped), low, high,
                responses, here.Min(v => (long?)v.StartedAt), here.Max(v => (long?)v.LastAt), respondedAt, engagedAt, floor,
                outline.Outline.Version, outline.IsInferred);
        }
    }

    private static long? FloorReachedAt(IEnumerable<VisitRow> visits, decimal floor)
    {
        var sum = 0m;
        foreach (var visit in visits)
            if ((sum += visit.SecondsLow) >= floor) return visit.EndedAt;
        return null;
    }

    private static long? Earlier(long? a, long? b) => a is null ? b : b is null ? a : Math.Min(a.Value, b.Value);
}
