using Engagement.Alerts;

namespace Engagement.Web.Alerts;

/// <summary>What a facilitator did, or wants done, with an alert: the body of the request.</summary>
/// <param name="Change">acknowledged, contacted, snoozed, resolved or dismissed.</param>
/// <param name="SnoozedUntil">Of a snooze.</param>
/// <param name="Note">For whoever looks after the learner; encrypted, and sent nowhere. Up to 4,000 characters.</param>
/// <param name="Id">The same with each try of the same change, so that it is made once; null: it is not tried again.</param>
public sealed record ChangeWanted(string? Change, DateTimeOffset? SnoozedUntil = null, string? Note = null, Guid? Id = null)
{
    private const int LongestNote = 4000;

    internal AlertChange? Kind => Change switch
    {
        "acknowledged" => AlertChange.Acknowledged,
        "contacted" => AlertChange.Contacted,
        "snoozed" => AlertChange.Snoozed,
        "resolved" => AlertChange.Resolved,
        "dismissed" => AlertChange.Dismissed,
        _ => null,
    };

    /// <summary>Why it can't be done to any alert; null: it may be done to some.</summary>
    internal string? Fault =>
        Kind is null ? "change is one of acknowledged, contacted, snoozed, resolved, dismissed."
        : Kind == AlertChange.Snoozed != SnoozedUntil is not null ? "snoozed_until goes with the change snoozed, and with no other."
        : Note?.Length > LongestNote ? $"A note has at most {LongestNote} characters."
        : null;
}
