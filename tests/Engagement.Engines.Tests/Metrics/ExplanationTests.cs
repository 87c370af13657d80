using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Engagement.Metrics.Explanations;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

public class ExplanationTests
{
    private const int Cases = 25;

    [Fact]
    public async Task Of_any_stream_every_stored_number_follows_from_the_lines_told()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));
        var outlines = new OutlineStore(clickHouse, TimeProvider.System);
        var cases = Enumerable.Range(0, Cases).Select(i => new RandomStream(7_000_000 + i)).ToList();
        foreach (var (course, outline, at) in cases.SelectMany(c => c.Outlines))
        {
            if (outline is null) await outlines.RemoveAsync(course);
            else await outlines.SaveAsync(outline, at);
        }
        await clickHouse.StoreAsync([.. cases.SelectMany(c => c.Statements)]);
        await metrics.RunAsync();

        var visits = (await clickHouse.VisitsAsync()).ToLookup(row => (row.LearnerId, row.CourseId));
        var sections = (await clickHouse.EngagementAsync()).ToLookup(row => (row.LearnerId, row.CourseId));
        var history = new LearnerHistory(clickHouse);
        var told = new List<Explanation>();
        foreach (var learner in cases.SelectMany(c => c.Statements).Select(s => s.Learner).Distinct())
            foreach (var course in await history.CoursesAsync(learner))
                told.Add(Explainer.Explain((await history.ReadAsync(learner, course))!));

        Assert.Equal(await history.CountAsync(), told.DistinctBy(e => e.LearnerId).Count());
        foreach (var explanation in told)
        {
            Assert.Empty(explanation.Differences);
            Assert.False(explanation.IsPending);
            FollowsFromLines(explanation, [.. visits[(explanation.LearnerId, explanation.CourseId)]]);
            FollowsFromVisits(explanation, [.. sections[(explanation.LearnerId, explanation.CourseId)]]);
        }
        // The streams must have held what makes it hard.
        Assert.Equal(6, told.SelectMany(e => e.Sections).Select(s => s.Status).Distinct().Count());
        var lines = told.SelectMany(e => e.Lines).ToList();
        Assert.Contains(lines, line => line.IsVoided);
        Assert.Contains(lines, line => line.IsBeside);
        Assert.Contains(told.SelectMany(e => e.Visits), visit => visit.IsClipped);
        Assert.Contains(told.SelectMany(e => e.Visits), visit => visit is { IsOpen: true, LowSeconds: > 0 });
    }

    [Fact]
    public async Task What_is_not_in_the_numbers_yet_is_told_until_it_is()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));
        var outlines = new OutlineStore(clickHouse, TimeProvider.System);
        var section = new OutlineSection("S1", "One", "content", [Course + "/1"], 100, null, null, null, null, null);
        var outline = new CourseOutline(Course, "A course", "1", "unknown", [section]);
        await outlines.SaveAsync(outline, DateTimeOffset.UnixEpoch);
        await clickHouse.StoreAsync([Seen(0)]);
        var history = new LearnerHistory(clickHouse);
        Assert.Null(await history.ReadAsync(Learner, Course));
        Assert.Equal(1, await history.StatementsAsync(Learner));
        await metrics.RunAsync();
        Assert.Equal((false, 0), await StateAsync());

        await clickHouse.StoreAsync([Seen(10)]);
        Assert.Equal((true, 1), await StateAsync());
        await metrics.RunAsync();
        Assert.Equal((false, 0), await StateAsync());

        await outlines.SaveAsync(outline with { Sections = [section with { FloorSeconds = 40, IdleSeconds = 9 }] }, DateTimeOffset.UnixEpoch);
        Assert.Equal((true, 2), await StateAsync());
        await metrics.RunAsync();
        Assert.Equal((false, 0), await StateAsync());

        async Task<(bool, int)> StateAsync()
        {
            var told = Explainer.Explain((await history.ReadAsync(Learner, Course))!);
            return (told.IsPending, told.Differences.Count);
        }
    }

    private const string Course = "https://example.org/course";

    private static readonly Guid Learner = new("11111111-0000-0000-0000-000000000001");

    private static ReferenceStatement Seen(int second) => new()
    {
        Id = Guid.NewGuid(), Learner = Learner, Course = Course, Groupings = [Course], Verb = "http://adlnet.gov/expapi/verbs/experienced", Role = "enter",
        Activity = Course + "/1", At = 1_767_600_000_000_000 + (second * 1_000_000L), StoredAt = 1_767_600_000_000_000 + second,
    };

    private static void FollowsFromLines(Explanation told, List<VisitRow> stored)
    {
        Assert.Equal(stored.Count, told.Visits.Count);
        var byVisit = told.Lines.Where(line => line.Visit is not null).ToLookup(line => line.Visit!.Value);
        foreach (var visit in told.Visits)
        {
            var lines = byVisit[visit.Number].ToList();
            var row = stored.Single(row => row.FirstStatement == lines[0].StatementId);
            var declared = lines.Max(line => line.DeclaredSeconds);
            var measured = lines.Sum(line => line.MeasuredSeconds);
            Assert.Equal(row.Statements, lines.Count);
            Assert.Equal(row.SectionId, Assert.Single(lines.Select(line => line.SectionId).Distinct()));
            Assert.Equal(row.SecondsLow, declared is null ? measured : Math.Min(declared.Value, 7200));
            Assert.Equal(row.SecondsHigh, row.SecondsLow + (row.IsOpen ? lines[^1].CutOffSeconds!.Value : 0));
            Assert.Equal((row.EndedAt - row.StartedAt) / 1e6m, measured);
            Assert.Equal(row.IsOpen, lines[^1].Why.Contains("open-ended", StringComparison.Ordinal));
        }
    }

    private static void FollowsFromVisits(Explanation told, List<EngagementRow> stored)
    {
        Assert.Equal(stored.Select(row => row.SectionId).Order(), told.Sections.Select(section => section.SectionId).Order());
        foreach (var row in stored)
        {
            var about = told.About(row.SectionId);
            var section = Assert.Single(about.Sections);
            Assert.Equal(row.Status, section.Status);
            Assert.Equal((row.Status, true), (section.Rules[^1].Status, section.Rules[^1].Fits));
            Assert.Equal((row.SecondsLow, row.SecondsHigh), (about.Visits.Sum(v => v.LowSeconds), about.Visits.Sum(v => v.HighSeconds)));
            Assert.Equal(row.Responses, about.Visits.Sum(v => v.Responses));
            Assert.All(about.Lines.Where(line => !line.IsBeside && !line.IsVoided), line => Assert.Equal(row.SectionId, line.SectionId));
        }
    }
}
