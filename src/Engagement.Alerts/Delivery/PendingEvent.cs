namespace Engagement.Alerts.Delivery;

/// <summary>An event that somebody is still to be told of.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Tries">Made so far.</param>
/// <param name="FirstAt">When the first was; null: none was.</param>
/// <param name="NextAt">Not before; null: at once.</param>
public sealed record PendingEvent(AlertEvent Event, int Tries, DateTimeOffset? FirstAt, DateTimeOffset? NextAt);
