using Engagement.Courses;
using Engagement.Metrics.Explanations;

namespace Engagement.Tests.Metrics.Explanations;

/// <summary>
/// What is stored of one learner, told by hand: statements, the visits they were made into, and the statuses. Seconds count from
/// 10:00:00. A section's figures are the sums of its visits; all else is as the test says.
/// </summary>
internal sealed class Story
{
    public const string Course = "https://example.org/course";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly List<StoredStatement> _statements = [];
    private readonly List<StoredVisit> _visits = [];
    private readonly List<StoredSection> _sections = [];

    /// <summary>S1 content, S2 try-it, S3 content, S4 think-about, as in the worked example.</summary>
    public List<OutlineSection> Outline { get; } =
    [
        new("S1", "One", "content", ["https://example.org/s1"], 120, null, null, null, null, null),
        new("S2", "Two", "try-it", ["https://example.org/s2", "https://example.org/s2/*"], 300, null, null, null, null, null),
        new("S3", "Three", "content", ["https://example.org/s3"], null, null, null, null, null, null),
        new("S4", "Four", "think-about", ["https://example.org/s4"], 200, null, null, null, null, null),
    ];

    public DateTimeOffset? CompletedAt { get; init; }

    public bool IsPending { get; init; }

    public static DateTimeOffset At(decimal second) => Start.AddTicks((long)(second * TimeSpan.TicksPerSecond));

    /// <summary>A statement; the object is a page of the course, or an id of its own.</summary>
    public StoredStatement Says(
        decimal second, string verb, string role, string page, decimal? declared = null, bool voided = false, string course = Course, Guid? id = null)
    {
        _statements.Add(new StoredStatement
        {
            StatementId = id ?? Guid.NewGuid(),
            OccurredAt = At(second),
            Verb = "http://adlnet.gov/expapi/verbs/" + verb,
            Role = role,
            ObjectType = page.Length > 0 ? "Activity" : "StatementRef",
            ActivityId = page.Contains(':', StringComparison.Ordinal) || page.Length == 0 ? page : "https://example.org/" + page,
            CourseId = course,
            NamesCourse = course == Course || page == Course,
            DeclaredSeconds = declared,
            IsVoided = voided,
        });
        return _statements[^1];
    }

    /// <summary>A visit of statements told before; it ends <paramref name="tail"/> seconds after the last.</summary>
    public void Visits(
        string section, StoredStatement[] made, decimal low, decimal? high = null, decimal tail = 0, bool clipped = false, string course = Course) =>
        _visits.Add(new StoredVisit(
            course, section, made[0].OccurredAt, made[0].StatementId, low, high ?? low, IsOpen: high > low,
            made.Any(s => s.DeclaredSeconds is not null), clipped, made[^1].OccurredAt, made[^1].OccurredAt.AddTicks((long)(tail * TimeSpan.TicksPerSecond)),
            made.Length, made.Count(s => s.Role == "act"), made.FirstOrDefault(s => s.Role == "act")?.OccurredAt, RowVersion: 1));

    /// <summary>The status of a section, after its visits.</summary>
    public void Is(string section, string status, decimal floor, decimal? engagedAt = null)
    {
        var visits = _visits.FindAll(visit => visit.SectionId == section && visit.CourseId == Course);
        _sections.Add(new StoredSection(
            section, Outline.FindIndex(s => s.Id == section) + 1, Outline.Single(s => s.Id == section).Kind, status,
            visits.Count, visits.Count(v => v.IsOpen), visits.Count(v => v.IsDeclared), visits.Count(v => v.IsClipped),
            visits.Sum(v => v.SecondsLow), visits.Sum(v => v.SecondsHigh), visits.Sum(v => v.Responses),
            visits.Min(v => (DateTimeOffset?)v.StartedAt), visits.Max(v => (DateTimeOffset?)v.LastAt), visits.Min(v => v.FirstResponseAt),
            engagedAt is { } second ? At(second) : null, floor, Start.AddDays(1), RowVersion: 1));
    }

    public Explanation Explained(Func<LearnerRecord, LearnerRecord>? changed = null) => Explainer.Explain((changed ?? (record => record))(Record()));

    private LearnerRecord Record() => new(
        new StoredEnrolment(new Guid("11111111-0000-0000-0000-000000000001"), Course, "1", false, CompletedAt, RowVersion: 1),
        // In no order: the explanation makes it.
        [.. _statements.AsEnumerable().Reverse()], [.. _visits.AsEnumerable().Reverse()], [.. _sections.AsEnumerable().Reverse()],
        [new OutlineVersion(new CourseOutline(Course, "A course", "1", "unknown", Outline), false, Start, Start, null, null, [.. Outline.Select(Limits)])], IsPending);

    private static SectionLimits Limits(OutlineSection section) => new(
        section.IdleSeconds ?? (section.Kind is "content" ? 300 : 900), section.FloorSeconds ?? Math.Max(10, 0.15m * (section.ExpectedSeconds ?? 0)));
}
