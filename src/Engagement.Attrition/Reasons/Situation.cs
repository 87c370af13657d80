namespace Engagement.Attrition.Reasons;

/// <summary>Where a learner stands in a course: what to say to them differs, whatever their score.</summary>
public enum Situation
{
    /// <summary>Registered, and not active on any day.</summary>
    NeverStarted,

    /// <summary>Silent for long, by the calendar or by their own rhythm.</summary>
    Drifting,

    /// <summary>Waits for feedback or help, or is active without getting any further.</summary>
    Stalled,

    /// <summary>None of these, or too little is known.</summary>
    OnTrack,
}
