using Engagement.Engines.Tests.Metrics.Reference;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>That random streams hold what the metrics tell apart, so that a comparison of their numbers means something.</summary>
public class RandomStreamTests
{
    private static readonly List<RandomStream> Streams = [.. Enumerable.Range(0, 200).Select(seed => new RandomStream(seed))];
    private static readonly List<ReferenceMetrics> Metrics = Streams.ConvertAll(s => new ReferenceMetrics(s.Statements, s.FinalOutlines));

    [Fact]
    public void Sections_have_every_status_often()
    {
        var rows = Metrics.SelectMany(m => m.Engagement).ToList();
        Assert.All(
            (string[])["not-reached", "engaged", "deferred", "unknown", "rushed", "jumped"],
            status => Assert.InRange(rows.Count(r => r.Status == status), rows.Count / 100, rows.Count / 2));
        Assert.Equal([null, false, true], rows.Select(r => r.Required).Distinct().Order());
    }

    [Fact]
    public void Learners_register_leave_come_back_and_complete()
    {
        var rows = Metrics.SelectMany(m => m.Enrolments).ToList();
        Assert.Contains(rows, e => e.WithdrawnAt is not null && e.RegisteredAt is not null);
        Assert.Contains(rows, e => e.WaitingDays > 0);
        Assert.Contains(rows, e => e.RegisteredAt > e.StartedAt);
        Assert.Contains(rows, e => e.StartedAt is null);
        Assert.Contains(rows, e => e is { CompletedAt: not null, WithdrawnAt: not null });
        Assert.Equal(["facilitated", "micro-credential", "self-directed", "unknown"], rows.Select(e => e.Mode).Distinct().Order());
        Assert.Contains(rows, e => e.Cohort.Length > 0);
        var returned =
            from s in Streams.SelectMany(s => s.Statements)
            where s.VerbName is "unregistered" or "withdrew"
            join e in rows on s.Learner equals e.LearnerId
            where e.CourseId == s.Course && e.WithdrawnAt is null && e.RegisteredAt is not null
            select s;
        Assert.NotEmpty(returned);
    }

    [Fact]
    public void Contributions_of_every_sort_are_answered_by_some_and_wait_for_others()
    {
        Assert.Equal(5, Metrics.SelectMany(m => m.Contributions).Select(c => c.What).Distinct().Count());
        Assert.Contains(Metrics.SelectMany(m => m.Feedback), f => f.AcceptedAt > f.FeedbackAt);
        Assert.Contains(Metrics.SelectMany(m => m.Feedback), f => f is { Feedbacks: > 0, AcceptedAt: null });
        Assert.Contains(Metrics.SelectMany(m => m.Feedback), f => f is { Feedbacks: 0, WaitingSince: null });
        Assert.Contains(Metrics.SelectMany(m => m.Feedback), f => f.WaitingSince is not null);
        Assert.Contains(Metrics.SelectMany(m => m.Help), h => h is { Answers: > 1, LatencySeconds: > 0 });
        Assert.Contains(Metrics.SelectMany(m => m.Help), h => h is { Answers: > 0, LatencySeconds: 0 });
        Assert.All((string[])["post", "reply", "share"], what => Assert.Contains(Metrics.SelectMany(m => m.Community), c => c.What == what && c.Replies > 0));
        var artifacts = Metrics.SelectMany(m => m.Artifacts).ToList();
        Assert.All((string[])["artifact", "think-about"], kind => Assert.Contains(artifacts, a => a.Kind == kind && a.SubmittedAt is not null));
        Assert.All((string[])["artifact", "think-about"], kind => Assert.Contains(artifacts, a => a.Kind == kind && a.AcceptedAt is not null));
    }

    [Fact]
    public void Statements_speak_of_each_other_in_every_way()
    {
        foreach (var (counts, what) in new[]
        {
            (Refer((s, target) => target?.Learner == s.Learner), "to a statement of one's own"),
            (Refer((s, target) => target is not null && target.Learner != s.Learner), "to another's"),
            (Refer((_, target) => target is null), "to one that never comes"),
            (Refer((s, target) => target?.At > s.At), "to a later one"),
            (Refer((s, target) => target is not null && Streams.Exists(o => o.Statements.Any(v => v.Voids == target.Id && v.Id != s.Id))), "to a voided one"),
        })
            Assert.True(counts > 5, $"{counts} statements refer {what}");
        var conflicts = new ReferenceIdentity(Streams.SelectMany(s => s.Statements)).Conflicts;
        Assert.Contains(conflicts, c => c.LearnerId == c.WinnerLearnerId);
        Assert.Contains(conflicts, c => c.LearnerId != c.WinnerLearnerId);
    }

    private static int Refer(Func<ReferenceStatement, ReferenceStatement?, bool> how) => Streams.Take(50).Sum(stream =>
    {
        var byId = stream.Statements.GroupBy(s => s.Id).ToDictionary(id => id.Key, id => id.First());
        return stream.Statements.Count(s => s.RefersTo != Guid.Empty && how(s, byId.GetValueOrDefault(s.RefersTo)));
    });
}
