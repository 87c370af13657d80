using Engagement.Alerts;

namespace Engagement.Web.Alerts;

/// <summary>An alert as a facilitator is shown it.</summary>
public sealed record AlertFigures
{
    public required Guid Id { get; init; }

    /// <summary>IRI.</summary>
    public required string Course { get; init; }
    public required string CourseTitle { get; init; }

    /// <summary>Pseudonym.</summary>
    public required Guid Learner { get; init; }

    /// <summary>Null: not known.</summary>
    public string? Name { get; init; }
    public required string Cohort { get; init; }
    public required AlertState State { get; init; }
    public required AlertCause Cause { get; init; }

    /// <summary>never-started, drifting, stalled or on-track; empty: not scored.</summary>
    public required string Situation { get; init; }

    /// <summary>Of giving up within 14 days, 0 to 1; null: nothing that can be believed is known.</summary>
    public float? Probability { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public required IReadOnlyList<AlertReason> Reasons { get; init; }
    public required string NextStep { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    public DateTimeOffset? ContactedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it ended by itself; empty: it did not.</summary>
    public required string Why { get; init; }

    /// <summary>Somebody has it in hand.</summary>
    public required bool IsTaken { get; init; }

    /// <summary>The viewer has.</summary>
    public required bool IsMine { get; init; }
}

/// <summary>A change in an alert's history.</summary>
/// <param name="Change">What happened.</param>
/// <param name="At">When.</param>
/// <param name="ByMe">The viewer did it.</param>
/// <param name="ByPerson">Somebody did it; else the product.</param>
/// <param name="Why">Of what the product did; else empty.</param>
/// <param name="SnoozedUntil">Of a snooze.</param>
/// <param name="Note">What was written of it; null: nothing.</param>
public sealed record AlertStep(AlertChange Change, DateTimeOffset At, bool ByMe, bool ByPerson, string Why, DateTimeOffset? SnoozedUntil, string? Note);
