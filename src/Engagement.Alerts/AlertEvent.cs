namespace Engagement.Alerts;

/// <summary>A change of an alert, with what the alert is about: a row of table <c>alert_events</c>.</summary>
public sealed record AlertEvent
{
    public required Guid AlertId { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required int Sequence { get; init; }

    /// <summary>Idempotency key for whoever is told.</summary>
    public required Guid EventId { get; init; }

    public required AlertChange Kind { get; init; }

    /// <summary>The moment learners were looked at from.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By the clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Account that did it; empty: the product itself.</summary>
    public Guid By { get; init; }

    /// <summary>Of a change that the product made, in words; else empty.</summary>
    public string Why { get; init; } = "";

    public DateTimeOffset? SnoozedUntil { get; init; }

    public required string CourseId { get; init; }

    /// <summary>Pseudonym.</summary>
    public required Guid LearnerId { get; init; }

    /// <summary>Pseudonym of who looked after the learner as it was raised; empty: nobody is named.</summary>
    public Guid FacilitatorId { get; init; }

    /// <summary>Empty: none.</summary>
    public string Cohort { get; init; } = "";

    /// <summary>Drawn by lot to be shown to nobody, so that what contact does can be told from what would have come anyhow.</summary>
    public bool IsHeldBack { get; init; }

    public required AlertCause Cause { get; init; }

    /// <summary>As attrition names it; empty: not scored.</summary>
    public string Situation { get; init; } = "";

    /// <summary>Probability of giving up as the model said, 0 to 1; null: it said nothing. To be shown only where <see cref="IsShown"/>.</summary>
    public float? Score { get; init; }

    public bool IsShown { get; init; }

    /// <summary>Since when what waits for the facilitator has waited.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Newest statement of the learner as it was raised; null: none.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Weightiest first.</summary>
    public IReadOnlyList<AlertReason> Reasons { get; init; } = [];

    /// <summary>One thing to do; empty: none is suggested.</summary>
    public string NextStep { get; init; } = "";
}

/// <summary>Why, in a sentence.</summary>
/// <param name="Code">Theme of attrition, or a cause.</param>
/// <param name="Text">With its evidence; names nobody.</param>
public sealed record AlertReason(string Code, string Text);
