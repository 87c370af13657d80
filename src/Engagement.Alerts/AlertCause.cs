using System.Text.Json.Serialization;

namespace Engagement.Alerts;

/// <summary>Why a learner is pointed out, the most urgent first: who waits for the facilitator goes before whom a model finds.</summary>
[JsonConverter(typeof(KebabEnum<AlertCause>))]
public enum AlertCause
{
    /// <summary>A cry for help has no answer.</summary>
    HelpWaits = 1,

    /// <summary>Something handed in has no feedback.</summary>
    FeedbackWaits,

    /// <summary>The model finds that they are about to give up.</summary>
    Risk,

    /// <summary>Registered, and never there.</summary>
    NeverStarted,
}

public static class AlertCauses
{
    /// <summary>Something waits for the facilitator: a rule says so, and no model.</summary>
    public static bool Waits(this AlertCause cause) => cause is AlertCause.HelpWaits or AlertCause.FeedbackWaits;
}
