namespace Engagement.Validation;

/// <summary>What becomes of a statement.</summary>
internal enum Verdict
{
    Accepted,
    Rejected,

    /// <summary>Valid, and of no use to the metrics.</summary>
    Ignored,
}
