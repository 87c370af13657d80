namespace Engagement.Statements;

/// <summary>
/// What the specifications leave open, and the bounds of a statement. Immutable. A program of ours reads it from the section
/// <c>Statements</c> of its configuration.
/// </summary>
public sealed record ReadingOptions
{
    public const string Section = "Statements";

    /// <summary>Most that <see cref="MaxDepth"/> may be: structures are walked by recursion, and stacks end.</summary>
    public const int DeepestNesting = 1000;

    /// <summary>Largest statement taken, in bytes; at least 1. An array may be longer; each of its elements may not.</summary>
    public int MaxStatementBytes { get; init; } = 1 << 20;

    /// <summary>Deepest nesting of objects and arrays within a statement; 1 to <see cref="DeepestNesting"/>.</summary>
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

    /// <summary>How far a timestamp may lie ahead of the broker's time. Not negative. Null: as far as it likes.</summary>
    public TimeSpan? MaxAhead { get; init; }

    /// <summary>Whether a timestamp without a zone is taken as UTC and flagged. xAPI 2.0 refuses it whatever is set here.</summary>
    public bool AllowZonelessTimes { get; init; } = true;

    /// <summary>Empty where all is well; else each fault: which setting, what it is, what it may be.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (MaxStatementBytes < 1) faults.Add($"{Section}:{nameof(MaxStatementBytes)} is {MaxStatementBytes}; it must be 1 or more.");
        if (MaxDepth is < 1 or > DeepestNesting) faults.Add($"{Section}:{nameof(MaxDepth)} is {MaxDepth}; it must be from 1 to {DeepestNesting}.");
        if (!Enum.IsDefined(DefaultSpec)) faults.Add($"{Section}:{nameof(DefaultSpec)} is {DefaultSpec}; it must be V1 (xAPI 1.0) or V2 (xAPI 2.0).");
        if (MaxAhead < TimeSpan.Zero) faults.Add($"{Section}:{nameof(MaxAhead)} is {MaxAhead}; it must not be negative.");
        return faults;
    }
}
