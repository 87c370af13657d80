using System.Globalization;

namespace Engagement.Alerts;

/// <summary>
/// An alert as its events have left it: open → acknowledged → contacted → resolved, returned or dismissed; steps may be left out, and none is
/// taken back. Immutable.
/// </summary>
/// <param name="Facts">Its first event: what it is about.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sequence">Of its newest event.</param>
/// <param name="Owner">Account that acknowledged or contacted first; empty: nobody yet.</param>
/// <param name="SnoozedUntil">Of the newest snooze.</param>
public sealed record Alert(AlertEvent Facts, AlertState State, int Sequence, Guid Owner, DateTimeOffset? SnoozedUntil)
{
    /// <summary>Longest that it can be put off for.</summary>
    public static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(90);

    public bool IsOver => State is AlertState.Resolved or AlertState.Returned or AlertState.Dismissed;

    /// <param name="events">Of one alert, in sequence; at least the first.</param>
    public static Alert Of(IEnumerable<AlertEvent> events)
    {
        Alert? alert = null;
        foreach (var next in events) alert = alert is null ? Raised(next) : alert.After(next);
        return alert ?? throw new ArgumentException("An alert has at least the event that raised it", nameof(events));
    }

    /// <summary>As it stands once this has happened too.</summary>
    /// <exception cref="ArgumentException">It is not the next event of this alert.</exception>
    public Alert After(AlertEvent next)
    {
        if (next.AlertId != Facts.AlertId || next.Sequence != Sequence + 1 || IsOver || next.Kind == AlertChange.Raised)
            throw new ArgumentException($"Event {next.Sequence} ({next.Kind}) does not follow event {Sequence} of alert {Facts.AlertId}, which is {State}", nameof(next));
        var (state, owner) = next.Kind switch
        {
            AlertChange.Acknowledged => (AlertState.Acknowledged, next.By),
            AlertChange.Contacted => (AlertState.Contacted, Owner == Guid.Empty ? next.By : Owner),
            AlertChange.Resolved => (AlertState.Resolved, Owner),
            AlertChange.Returned => (AlertState.Returned, Owner),
            AlertChange.Dismissed => (AlertState.Dismissed, Owner),
            _ => (State, Owner),
        };
        return this with { State = state, Owner = owner, Sequence = next.Sequence, SnoozedUntil = next.Kind == AlertChange.Snoozed ? next.SnoozedUntil : SnoozedUntil };
    }

    /// <summary>Why a change can't be made now, in words for whoever asked for it; null: it can.</summary>
    public string? WhyNot(AlertChange change, DateTimeOffset now, DateTimeOffset? snoozedUntil = null)
    {
        if (IsOver) return $"The alert was {State.ToString().ToLowerInvariant()} meanwhile.";
        return change switch
        {
            AlertChange.Raised => "The alert was raised already.",
            AlertChange.Acknowledged when State != AlertState.Open => "Somebody has the alert in hand already.",
            AlertChange.Snoozed when snoozedUntil is null => "Say until when.",
            AlertChange.Snoozed when snoozedUntil <= now || snoozedUntil > now + LongestSnooze => string.Create(CultureInfo.InvariantCulture, $"An alert is put off to a moment to come, within {LongestSnooze.TotalDays:0} days."),
            _ => null,
        };
    }

    /// <summary>The event of a change that <see cref="WhyNot"/> has nothing against.</summary>
    public AlertEvent Next(AlertChange change, DateTimeOffset at, DateTimeOffset recordedAt) => Facts with
    {
        Sequence = Sequence + 1, EventId = AlertIds.Event(Facts.AlertId, Sequence + 1), Kind = change, At = at, RecordedAt = recordedAt,
    };

    private static Alert Raised(AlertEvent first) => first is { Kind: AlertChange.Raised, Sequence: 1 }
        ? new(first, AlertState.Open, 1, Guid.Empty, null)
        : throw new ArgumentException($"Alert {first.AlertId} begins with event {first.Sequence} ({first.Kind})", nameof(first));
}
