namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>Days (UTC): a learner's in a course by kind of section, and a section's over its learners.</summary>
internal static class ReferenceDays
{
    /// <param name="mine">All statements of one learner in one course, in order.</param>
    /// <param name="visits">All visits of that learner in that course.</param>
    public static IEnumerable<LearnerDayRow> OfLearner(IReadOnlyList<PlacedStatement> mine, IReadOnlyList<VisitRow> visits)
    {
        var kinds = mine.ToDictionary(s => s.Statement.Id, s => s.Kind);
        var seconds = visits.ToLookup(v => (DayOf(v.StartedAt), kinds[v.FirstStatement]), v => v.SecondsLow);
        return mine.GroupBy(s => (Day: DayOf(s.At), s.Kind)).Select(day => new LearnerDayRow(
            mine[0].Course, mine[0].Statement.Learner, day.Key.Day, day.Key.Kind, day.Count(), day.Count(s => s.Statement.Role == "act"),
            day.Where(s => s.Section is not null).Select(s => s.SectionId).Distinct().Count(), seconds[day.Key].Sum()));
    }

    /// <param name="visits">All visits of the sections' learners.</param>
    public static IEnumerable<SectionDayRow> OfSections(IEnumerable<VisitRow> visits) =>
        visits.GroupBy(v => (v.CourseId, v.SectionId, Day: DayOf(v.StartedAt))).Select(day =>
        {
            var times = day.Select(v => v.SecondsLow).Order().ToList();
            return new SectionDayRow(
                day.Key.CourseId, day.Key.SectionId, day.Key.Day, day.Select(v => v.LearnerId).Distinct().Count(), day.Count(),
                day.Count(v => v.IsOpen), (double)day.Count(v => v.IsOpen) / day.Count(), day.Sum(v => v.Responses), times.Sum(),
                day.Sum(v => v.SecondsHigh), Quantile(times, 0.25m), Quantile(times, 0.5m), Quantile(times, 0.75m));
        });

    // Linear between neighbours; the least is at 0, the largest at 1.
    private static decimal Quantile(List<decimal> sorted, decimal level)
    {
        var place = level * (sorted.Count - 1);
        var before = (int)place;
        return before + 1 == sorted.Count ? sorted[before] : sorted[before] + ((place - before) * (sorted[before + 1] - sorted[before]));
    }

    private static DateOnly DayOf(long at) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(at));
}
