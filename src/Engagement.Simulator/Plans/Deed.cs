namespace Engagement.Simulator;

/// <summary>What a person does, before it becomes a statement of some emitter.</summary>
internal enum Deed : byte
{
    Registered,
    Unregistered,
    SessionStarted,
    SessionEnded,
    CourseCompleted,

    Opened,
    Interacted,
    Progressed,

    /// <summary>Carries cumulative active seconds.</summary>
    Heartbeat,

    /// <summary>A verb that no table knows: it is a sign of life and nothing more.</summary>
    Bookmarked,

    Answered,
    Reflected,
    Posted,
    Submitted,
    Finished,
    Passed,
    Failed,

    Asked,
    Exited,

    /// <summary>By a facilitator, on a submission.</summary>
    Feedback,

    /// <summary>By a facilitator, on a question.</summary>
    HelpGiven,
}

internal static class Deeds
{
    /// <summary>Counts as a response where it is about a section.</summary>
    public static bool IsResponse(this Deed deed) => deed is >= Deed.Answered and <= Deed.Failed;

    public static bool IsAboutCourse(this Deed deed) => deed <= Deed.CourseCompleted;

    public static bool IsByFacilitator(this Deed deed) => deed is Deed.Feedback or Deed.HelpGiven;
}
