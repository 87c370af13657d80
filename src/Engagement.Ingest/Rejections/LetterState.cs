namespace Engagement.Ingest.Rejections;

/// <summary>Whether a letter can still be read.</summary>
public enum LetterState
{
    Whole,

    /// <summary>It was too large for the dead-letter topic; the whole lies at its original place, if anywhere.</summary>
    Cut,

    /// <summary>The broker keeps it no longer, or was made anew: another message, or none, lies there.</summary>
    Gone,
}
