using System.Text.Json.Serialization;

namespace Engagement.Alerts;

/// <summary>How an alert stands. The last three are ends: nothing follows them.</summary>
[JsonConverter(typeof(KebabEnum<AlertState>))]
public enum AlertState
{
    Open,
    Acknowledged,
    Contacted,
    Resolved,
    Returned,
    Dismissed,
}
