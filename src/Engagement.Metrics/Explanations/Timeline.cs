namespace Engagement.Metrics.Explanations;

/// <summary>A learner's statements in the order in which they count, and the visits they make up.</summary>
internal sealed class Timeline
{
    private readonly Dictionary<Guid, StoredStatement?> _next = [];
    private readonly Dictionary<Guid, VisitRun> _runs = [];

    public Timeline(LearnerRecord record)
    {
        // Guids compare as their texts do.
        Statements = [.. record.Statements.OrderBy(s => s.OccurredAt).ThenBy(s => s.StatementId)];
        var counting = Statements.Where(s => !s.IsVoided).ToList();
        var places = counting.Select((s, i) => (s.StatementId, i)).ToDictionary(s => s.StatementId, s => s.i);
        for (var i = 0; i < counting.Count; i++) _next[counting[i].StatementId] = i + 1 < counting.Count ? counting[i + 1] : null;

        var courseVisits = 0;
        foreach (var visit in record.Visits.OrderBy(v => v.StartedAt).ThenBy(v => v.FirstStatement))
        {
            var isOfCourse = visit.CourseId == record.Enrolment.CourseId;
            var made = places.TryGetValue(visit.FirstStatement, out var first)
                ? counting.Skip(first).Take(visit.Statements).TakeWhile(s => s.OccurredAt <= visit.LastAt).ToList()
                : [];
            var run = new VisitRun(isOfCourse ? ++courseVisits : 0, visit, made, made.Count > 0 ? Next(made[^1]) : null);
            foreach (var statement in made) _runs.TryAdd(statement.StatementId, run);
            if (isOfCourse) Visits.Add(run);
        }
    }

    /// <summary>Voided ones, too.</summary>
    public IReadOnlyList<StoredStatement> Statements { get; }

    /// <summary>Those of the course, in order.</summary>
    public List<VisitRun> Visits { get; } = [];

    /// <summary>The learner's next statement in any course that is not voided.</summary>
    public StoredStatement? Next(StoredStatement statement) => _next.GetValueOrDefault(statement.StatementId);

    /// <summary>The visit a statement is in, in any course; null: in none.</summary>
    public VisitRun? RunOf(StoredStatement statement) => _runs.GetValueOrDefault(statement.StatementId);
}

/// <summary>A visit and the statements it is made of: a run of consecutive ones.</summary>
/// <param name="Number">From 1 among the visits of the course; 0 in another course.</param>
/// <param name="Visit">As it is stored.</param>
/// <param name="Statements">In order; fewer than the visit has where statements came since.</param>
/// <param name="Next">The learner's next one after it.</param>
internal sealed record VisitRun(int Number, StoredVisit Visit, IReadOnlyList<StoredStatement> Statements, StoredStatement? Next)
{
    /// <summary>The most a visit may declare.</summary>
    public const decimal LongestDeclared = 7200;

    /// <summary>The largest a statement of it declares; null: none does.</summary>
    public decimal? Declared { get; } = Statements.Max(s => s.DeclaredSeconds);

    /// <summary>By the gaps, as it is stored.</summary>
    public decimal Measured { get; } = (Visit.EndedAt - Visit.StartedAt).Ticks / (decimal)TimeSpan.TicksPerSecond;

    public bool IsLast(StoredStatement statement) => statement.StatementId == Statements[^1].StatementId;
}
