namespace Engagement.Alerts.Raising;

/// <summary>Somebody who may be pointed out today, and the most urgent cause.</summary>
public sealed record Candidate
{
    public required string CourseId { get; init; }
    public required Guid LearnerId { get; init; }

    /// <summary>Pseudonym of who looks after them; empty: nobody is named.</summary>
    public Guid FacilitatorId { get; init; }
    public string Cohort { get; init; } = "";
    public required AlertCause Cause { get; init; }

    /// <summary>As attrition names it; empty: not scored.</summary>
    public string Situation { get; init; } = "";

    /// <summary>Probability of giving up, 0 to 1; null: the model says nothing.</summary>
    public float? Score { get; init; }
    public bool IsShown { get; init; }

    /// <summary>Of what waits for the facilitator.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>Of who never started.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Their newest statement; null: none.</summary>
    public DateTimeOffset? LastAt { get; init; }
    public IReadOnlyList<AlertReason> Reasons { get; init; } = [];
    public string NextStep { get; init; } = "";
}
