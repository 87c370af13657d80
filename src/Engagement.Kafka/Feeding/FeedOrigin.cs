namespace Engagement.Kafka.Feeding;

/// <summary>Where a message was found: a file (or other source) and the number, from 1, of the line or array element in it.</summary>
public readonly record struct FeedOrigin(string Source, long Number, bool IsLine)
{
    public override string ToString() =>
        Source is null ? "(generated)" : $"{Source}, {(IsLine ? "line" : "element")} {Number}";
}
