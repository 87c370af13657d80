namespace Engagement.Alerts.Changing;

/// <summary>A change that a person asked for: a row of <c>alert_actions</c>.</summary>
public sealed record AlertAction
{
    public required Guid ActionId { get; init; }
    public required Guid AlertId { get; init; }
    public required string CourseId { get; init; }

    /// <summary>Pseudonym.</summary>
    public required Guid LearnerId { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid Account { get; init; }
    public required AlertChange Kind { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null: not looked at yet.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Why it was not made; empty: it was.</summary>
    public string Refusal { get; init; } = "";

    /// <summary>1 as it is asked, 2 as it is answered.</summary>
    public int RowVersion { get; init; } = 1;
}
