using Engagement.ClickHouse;
using Engagement.Engines.Tests.Metrics.Reference;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>Compares every table and view of the metrics with the reference, row for row.</summary>
internal static class SameRows
{
    public static async Task AssertAsync(List<RandomStream> cases, ClickHouseClient clickHouse)
    {
        var identity = new ReferenceIdentity(cases.SelectMany(c => c.Statements));
        Same(identity.Statements.Select(s => new IdentityRow(s.Id, s.Learner, s.ContentHash, s.StoredAt)), await clickHouse.StatementsAsync());
        Same(identity.Conflicts, await clickHouse.ConflictsAsync());
        var expected = cases.ConvertAll(c => new ReferenceMetrics(c.Statements, c.FinalOutlines));
        Same(expected.SelectMany(e => e.Visits), await clickHouse.VisitsAsync());
        Same(expected.SelectMany(e => e.Enrolments), await clickHouse.EnrolmentsAsync());
        Same(expected.SelectMany(e => e.Engagement), await clickHouse.EngagementAsync());
        Same(expected.SelectMany(e => e.LearnerDays), await clickHouse.LearnerDaysAsync());
        Same(expected.SelectMany(e => e.SectionDays), await clickHouse.SectionDaysAsync());
        Same(expected.SelectMany(e => e.Contributions), await clickHouse.ContributionsAsync());
        Same(expected.SelectMany(e => e.Feedback), await clickHouse.FeedbackAsync());
        Same(expected.SelectMany(e => e.Help), await clickHouse.HelpAsync());
        Same(expected.SelectMany(e => e.Community), await clickHouse.CommunityAsync());
        Same(expected.SelectMany(e => e.Artifacts), await clickHouse.ArtifactsAsync());
    }

    private static void Same<T>(IEnumerable<T> expected, List<T> actual)
    {
        Assert.Equal(actual.Count, actual.Distinct().Count());
        var missing = expected.Except(actual).OrderBy(r => r?.ToString(), StringComparer.Ordinal).ToList();
        var surplus = actual.Except(expected).OrderBy(r => r?.ToString(), StringComparer.Ordinal).ToList();
        Assert.True(missing.Count + surplus.Count == 0,
            $"{typeof(T).Name}: {missing.Count} missing, {surplus.Count} too many\n"
            + $"missing:\n{string.Join('\n', missing.Take(5))}\ntoo many:\n{string.Join('\n', surplus.Take(5))}");
    }
}
