using System.Text.Json.Serialization;

namespace Engagement.Alerts.Delivery;

/// <summary>Somewhere events of alerts are told.</summary>
[JsonConverter(typeof(KebabEnum<Channel>))]
public enum Channel
{
    Kafka = 1,
    Webhook,
    Mail,
}
