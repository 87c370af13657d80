using System.Text.Json.Serialization;

namespace Engagement.Alerts;

/// <summary>What can happen to an alert.</summary>
[JsonConverter(typeof(KebabEnum<AlertChange>))]
public enum AlertChange
{
    Raised = 1,

    /// <summary>Somebody has seen it, and it is theirs.</summary>
    Acknowledged,

    /// <summary>Somebody wrote to the learner, or spoke with them. May happen again.</summary>
    Contacted,

    /// <summary>Not to be listed for a while; its state stays.</summary>
    Snoozed,

    /// <summary>Done: what it was about is settled.</summary>
    Resolved,

    /// <summary>The learner came back.</summary>
    Returned,

    /// <summary>It was of no use.</summary>
    Dismissed,
}
