using Engagement.Alerts;
using Engagement.Alerts.Raising;

namespace Engagement.Tests.Alerts;

/// <summary>
/// Two months of a facilitator's three courses, looked at a few times a day: candidates come and go, scores wander, alerts end at random. What
/// was raised is what <see cref="Choice"/> says, fed back into it.
/// </summary>
internal sealed class RandomStream
{
    private static readonly string[] Courses = ["urn:a", "urn:b", "urn:c"];

    private readonly Random _random;

    public RandomStream(int seed)
    {
        _random = new Random(seed);
        Options = new() { Capacity = _random.Next(0, 6), CoolDownDays = _random.Next(0, 30), WeeklyShare = 0.01 + 0.2 * _random.NextDouble() };
        Load = new(Guid.NewGuid(), null, Courses.ToDictionary(course => course, _ => _random.Next(1, 60)), Options.Capacity,
            TimeZoneInfo.FindSystemTimeZoneById(_random.Next(2) == 0 ? "UTC" : "America/Los_Angeles"));
        var now = new DateTimeOffset(2026, 2, 20, 0, 0, 0, TimeSpan.Zero);
        for (var look = 0; look < 150; look++)
        {
            now += TimeSpan.FromHours(1 + 15 * _random.NextDouble());
            Look(now);
        }
    }

    public AlertsOptions Options { get; }

    public Caseload Load { get; }

    public List<PastAlert> Raised { get; } = [];

    /// <summary>At each look: who was there to choose from, who was chosen, and what there was before.</summary>
    public List<(DateTimeOffset Now, IReadOnlyList<Candidate> Candidates, IReadOnlyList<Candidate> Chosen, IReadOnlyList<PastAlert> Past)> Looks { get; } = [];

    private void Look(DateTimeOffset now)
    {
        for (var i = 0; i < Raised.Count; i++)
            if (!Raised[i].IsOver && _random.Next(10) == 0) Raised[i] = Raised[i] with { IsOver = true };
        var candidates = Courses.SelectMany(course => Enumerable.Range(0, Load.Learners[course]).Where(_ => _random.Next(3) == 0).Select(learner => Candidate(course, learner, now))).ToArray();
        _random.Shuffle(candidates);
        var past = Raised.ToList();
        var chosen = Choice.Of(Load, candidates, past, now, Options);
        Looks.Add((now, candidates, chosen, past));
        Raised.AddRange(chosen.Select(next => new PastAlert(next.CourseId, next.LearnerId, Load.Facilitator, next.Cause, now, false)));
    }

    private Candidate Candidate(string course, int learner, DateTimeOffset now)
    {
        var cause = (AlertCause)_random.Next(1, 5);
        return new()
        {
            CourseId = course, LearnerId = new Guid(learner, 0, 0, new byte[8]), FacilitatorId = Load.Facilitator, Cause = cause,
            Score = _random.Next(5) == 0 ? null : (float)_random.NextDouble(),
            WaitingSince = cause.Waits() ? now.AddHours(-_random.Next(24, 500)) : null,
            RegisteredAt = cause == AlertCause.NeverStarted ? now.AddDays(-_random.Next(7, 28)) : null,
        };
    }
}
