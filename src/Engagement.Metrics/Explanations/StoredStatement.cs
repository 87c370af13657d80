namespace Engagement.Metrics.Explanations;

/// <summary>A row of <c>statements</c>.</summary>
public sealed record StoredStatement
{
    public required Guid StatementId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id as sent.</summary>
    public required string Verb { get; init; }

    /// <summary>What the verb means, as the column has it.</summary>
    public required string Role { get; init; }

    /// <summary>As the column has it.</summary>
    public required string ObjectType { get; init; }

    /// <summary>Empty where the object is no activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>By the statement alone; an outline may claim its activity for another course.</summary>
    public required string CourseId { get; init; }

    /// <summary>Its course by itself, its object, a parent or a grouping is the course that is explained.</summary>
    public required bool NamesCourse { get; init; }

    /// <summary>Time of the visit so far that the statement declares; null: none.</summary>
    public decimal? DeclaredSeconds { get; init; }

    /// <summary>Taken back, and so in no number.</summary>
    public bool IsVoided { get; init; }

    /// <summary>The last part of the verb's id.</summary>
    internal string VerbName => Verb[(Verb.TrimEnd('/').LastIndexOfAny(['/', '#', ':']) + 1)..].TrimEnd('/');

    internal bool IsExit => Role == "exit";

    internal bool IsResponse => Role == "act";
}
