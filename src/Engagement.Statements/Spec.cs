namespace Engagement.Statements;

/// <summary>Which specification's rules a statement is read by.</summary>
public enum Spec : byte
{
    /// <summary>xAPI 1.0.0 to 1.0.3.</summary>
    V1 = 1,

    /// <summary>xAPI 2.0, IEEE 9274.1.1.</summary>
    V2 = 2,
}
