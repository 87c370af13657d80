namespace Engagement.Simulator;

/// <summary>How a simulated learner goes about a course.</summary>
public enum LearnerKind : byte
{
    /// <summary>Reads and does nearly everything.</summary>
    Thorough,

    /// <summary>Reads, but spends only seconds on Try It and Think About.</summary>
    Skimmer,

    /// <summary>Passes over sections without opening them.</summary>
    Jumper,

    /// <summary>Leaves Try It and Think About for later, and comes back.</summary>
    Deferrer,

    /// <summary>Works well until feedback takes too long, then gives up.</summary>
    GivesUpWaiting,

    /// <summary>Registers and is never seen again.</summary>
    NeverStarts,
}
