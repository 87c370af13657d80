using System.Text.Json.Serialization;

namespace Engagement.Alerts.Delivery;

/// <summary>How a try to tell somebody of an event ended.</summary>
[JsonConverter(typeof(KebabEnum<DeliveryState>))]
public enum DeliveryState
{
    Delivered = 1,

    /// <summary>To be tried again.</summary>
    Failed,

    /// <summary>Not to be tried again, unless a person says so.</summary>
    GivenUp,
}

/// <summary>A row of <c>deliveries</c>.</summary>
/// <param name="Channel">Where.</param>
/// <param name="EventId">Of which event.</param>
/// <param name="Try">From 1.</param>
/// <param name="State">How it ended.</param>
/// <param name="At">When.</param>
/// <param name="NextAt">When it is tried again.</param>
/// <param name="Answer">Why it failed.</param>
/// <param name="Partition">Of Kafka, where it lies; -1: another channel.</param>
/// <param name="Offset">The same.</param>
public sealed record DeliveryTry(
    Channel Channel, Guid EventId, int Try, DeliveryState State, DateTimeOffset At, DateTimeOffset? NextAt = null, string Answer = "", int Partition = -1, long Offset = -1);
