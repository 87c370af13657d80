namespace Engagement.Simulator;

/// <summary>How the tool that shows a section reports on it: a course is never built with one tool alone.</summary>
internal enum SectionStyle : byte
{
    /// <summary>A web page: opened, then a sign of life now and then.</summary>
    Page,

    /// <summary>A player with heartbeats of cumulative active seconds, pages of its own and a duration at the end.</summary>
    Player,

    /// <summary>Questions, each answered without a time.</summary>
    Exercise,

    /// <summary>Questions whose answers carry the time since the exercise was opened.</summary>
    TimedExercise,

    /// <summary>A text box.</summary>
    Journal,

    /// <summary>A board; posts are activities of the forum with the board as parent.</summary>
    Forum,

    /// <summary>Something made and handed in.</summary>
    Workshop,
}
