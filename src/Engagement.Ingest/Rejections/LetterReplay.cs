using Engagement.Kafka.Feeding;
using Engagement.Statements;

namespace Engagement.Ingest.Rejections;

/// <summary>
/// Sends to the statements' topic what was refused once and would be taken now: by a newer build, by other settings, or after a
/// person mended it. A letter counts as sent only after the broker acknowledged it; whoever dies between the two sends it again,
/// which the tables take as one statement. Not thread-safe.
/// </summary>
public sealed class LetterReplay(RejectionStore store, LetterBox letters, PacedProducer producer, Judge judge)
{
    private const int ChunkLetters = 500;
    private const int ChunkBytes = 16 << 20;

    private readonly List<FeedMessage> _messages = [];
    private readonly List<LetterPlace> _places = [];
    private readonly ReplayResult _result = new();
    private long _bytes;

    /// <param name="topic">The statements' topic: letters of others are not looked at.</param>
    /// <param name="filter">Which rejections.</param>
    /// <param name="cancel">Stops after the letters under way.</param>
    /// <exception cref="IngestException">Kafka refused a message.</exception>
    public async Task<ReplayResult> RunAsync(string topic, RejectionFilter filter, CancellationToken cancel)
    {
        var open = await store.OpenAsync(topic, filter, cancel);
        using var found = letters.Read(open).GetEnumerator();
        while (await Task.Run(found.MoveNext, cancel))
        {
            Take(found.Current);
            if (_messages.Count >= ChunkLetters || _bytes >= ChunkBytes) await SendAsync(cancel);
        }
        await SendAsync(cancel);
        return _result;
    }

    /// <summary>Messages that a person mended. What would be refused still is not sent.</summary>
    /// <param name="messages">Of files.</param>
    /// <param name="refused">Told of each message that is not sent, and why.</param>
    /// <param name="cancel">Stops after the messages under way.</param>
    /// <exception cref="IngestException">Kafka refused a message.</exception>
    public async Task<ReplayResult> RunAsync(IAsyncEnumerable<FeedMessage> messages, Action<FeedOrigin, Rejection> refused, CancellationToken cancel)
    {
        await foreach (var message in messages.WithCancellation(cancel))
        {
            if ((UnreadMessage.Of(message) ?? Add(message)) is { } why)
            {
                _result.Refuse(why);
                refused(message.Origin, why);
            }
            if (_messages.Count >= ChunkLetters || _bytes >= ChunkBytes) await SendAsync(cancel);
        }
        await SendAsync(cancel);
        return _result;
    }

    private void Take(Letter letter)
    {
        if (letter.State == LetterState.Gone) _result.Gone++;
        else if (letter.State == LetterState.Cut) _result.Cut++;
        else if (Add(new FeedMessage(letter.Key, letter.Value, new FeedOrigin($"letter {letter.Place.LetterPartition}", letter.Place.LetterOffset, IsLine: false))) is { } refused)
            _result.Refuse(refused);
        else if (_messages.Count > _places.Count) _places.Add(letter.Place);
    }

    private Rejection? Add(in FeedMessage message)
    {
        var (refused, isTaken) = judge.Read(message.Value);
        if (refused is not null) return refused;
        if (!isTaken)
        {
            _result.Ignored++;
            return null;
        }
        _messages.Add(message);
        _bytes += message.Value.Length;
        return null;
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        if (_messages.Count == 0) return;
        var fed = await producer.FeedAsync(_messages, cancel: cancel);
        if (fed.FaultCount > 0)
            throw new IngestException($"{fed.FaultCount} messages could not be sent, the first: {fed.Faults[0]}. {_result.Sent} were sent before and are remembered.");
        await store.MarkReplayedAsync(_places, CancellationToken.None); // sent is sent, stopped or not
        _result.Sent += _messages.Count;
        _messages.Clear();
        _places.Clear();
        _bytes = 0;
    }
}
