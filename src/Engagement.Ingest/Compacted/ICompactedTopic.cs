namespace Engagement.Ingest.Compacted;

/// <summary>A compacted topic, and what becomes of its messages.</summary>
internal interface ICompactedTopic
{
    string Name { get; }

    /// <summary>The consumer group of those who read it.</summary>
    string Group { get; }

    /// <summary>Most messages to be taken at once.</summary>
    int MostAtOnce { get; }

    /// <summary>Ends when all is durable: only then may the offsets pass. The same messages may come again.</summary>
    /// <param name="messages">In the order of their offsets; never none.</param>
    /// <param name="cancel">Gives up; they come again at the next start.</param>
    /// <exception cref="IngestException">A person has to act.</exception>
    Task TakeAsync(IReadOnlyList<CompactedMessage> messages, CancellationToken cancel);
}
