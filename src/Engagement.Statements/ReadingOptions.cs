namespace Engagement.Statements;

/// <summary>What the specifications leave open, and the bounds of a statement. Immutable.</summary>
public sealed record ReadingOptions
{
    /// <summary>Largest statement taken, in bytes. An array may be longer; each of its elements may not.</summary>
    public int MaxStatementBytes { get; init; } = 1 << 20;

    /// <summary>Deepest nesting of objects and arrays within a statement.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The specification of statements that do not name a version.</summary>
    public Spec DefaultSpec { get; init; } = Spec.V1;

    /// <summary>Whether a key that xAPI does not know (outside extensions) is let through unread. Both specifications refuse it.</summary>
    public bool AllowUnknownKeys { get; init; }

    /// <summary>
    /// Whether a statement may come without id; it then gets one from its content. Where not, it breaks <see cref="Rules.Required"/>.
    /// </summary>
    public bool AllowMissingId { get; init; } = true;

    /// <summary>
    /// Whether a statement may come without timestamp; the broker's time then stands in. Where not, it breaks <see cref="Rules.Required"/>.
    /// </summary>
    public bool AllowMissingTimestamp { get; init; } = true;

    /// <summary>How far a timestamp may lie ahead of the broker's time. Null: as far as it likes.</summary>
    public TimeSpan? MaxAhead { get; init; }

    /// <summary>Whether a timestamp without a zone is taken as UTC and flagged. xAPI 2.0 refuses it whatever is set here.</summary>
    public bool AllowZonelessTimes { get; init; } = true;
}
