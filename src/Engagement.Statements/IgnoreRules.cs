namespace Engagement.Statements;

/// <summary>Names of the reasons to pass something over. Stable: they are counted, shown and searched for.</summary>
public static class IgnoreRules
{
    /// <summary>A well-formed event of a type that Caliper 1.1 or 1.2 defines and that tells nothing about time or sections.</summary>
    public const string UnusedEvent = "unused-event";
}
