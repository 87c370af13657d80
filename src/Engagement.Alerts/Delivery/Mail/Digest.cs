namespace Engagement.Alerts.Delivery.Mail;

/// <summary>What a facilitator is told in a day's mail: a row of <c>digests</c>.</summary>
public sealed record Digest
{
    /// <summary>Of the facilitator and the day; its Message-ID.</summary>
    public required Guid DigestId { get; init; }

    /// <summary>Pseudonym.</summary>
    public required Guid FacilitatorId { get; init; }

    /// <summary>In their time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Ids of the events it tells of: settled before it leaves, and each in one digest alone.</summary>
    public required IReadOnlyList<Guid> Events { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Null: no server has taken it yet.</summary>
    public DateTimeOffset? SentAt { get; init; }
    public int Tries { get; init; }
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string Answer { get; init; } = "";
    public int RowVersion { get; init; } = 1;
}
