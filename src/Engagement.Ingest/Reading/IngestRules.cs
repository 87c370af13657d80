namespace Engagement.Ingest.Reading;

/// <summary>What can be said of a message before its statements are looked at.</summary>
internal static class IngestRules
{
    public const string MessageSize = "message-size";
    public const string Outline = "course-outline";
    public const string Enrolment = "enrolment";

    /// <summary>No fault: a null value asks a compacted topic to forget a key, and says nothing.</summary>
    public const string Tombstone = "tombstone";

    /// <summary>No fault: the learner was erased, and a replay is not to bring them back.</summary>
    public const string Erased = "erased";
}
