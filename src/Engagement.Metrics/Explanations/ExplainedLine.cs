namespace Engagement.Metrics.Explanations;

/// <summary>A statement, and what it adds. Seconds have microsecond precision.</summary>
public sealed record ExplainedLine
{
    /// <summary>Its place among all the learner's statements, from 1: a gap in the numbers is statements that are not told.</summary>
    public required int Number { get; init; }
    public required Guid StatementId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The verb's name, and the section or else the object.</summary>
    public required string Statement { get; init; }
    public required string Verb { get; init; }

    /// <summary>Empty where the object is no activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Of its visit, else by what the statement names.</summary>
    public required string CourseId { get; init; }

    /// <summary>Of its visit; of a voided one the section its object is in; null: of none.</summary>
    public required string? SectionId { get; init; }

    /// <summary>Number of its visit in this course; null: in none.</summary>
    public required int? Visit { get; init; }

    /// <summary>Taken back, and so in no number.</summary>
    public required bool IsVoided { get; init; }

    /// <summary>Told only because it is before or after a visit that is.</summary>
    public bool IsBeside { get; init; }

    /// <summary>To the learner's next statement in any course; null: there is none, or this one is voided.</summary>
    public required decimal? GapSeconds { get; init; }

    /// <summary>The longest gap that counts; null: none does, after an exit or outside the course's sections.</summary>
    public required decimal? CutOffSeconds { get; init; }

    /// <summary>What of the gap is time in the section.</summary>
    public required decimal MeasuredSeconds { get; init; }

    /// <summary>Time of the visit so far that the statement declares; null: none.</summary>
    public required decimal? DeclaredSeconds { get; init; }

    /// <summary>What counts, in words.</summary>
    public required string Why { get; init; }
}
