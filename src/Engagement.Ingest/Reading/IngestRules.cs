namespace Engagement.Ingest.Reading;

/// <summary>Rules that a message can break before its statements are looked at.</summary>
internal static class IngestRules
{
    public const string MessageSize = "message-size";
    public const string Outline = "course-outline";
}
