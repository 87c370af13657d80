using System.Threading.Channels;

namespace Engagement.Ingest.Reading;

/// <summary>
/// The readers, each on a task of its own. Chunks end in any order; <see cref="Intake"/> puts them back into the order of arrival.
/// </summary>
internal sealed class ChunkReaders
{
    private readonly Channel<Chunk> _unread = Channel.CreateUnbounded<Chunk>(); // bounded by Intake, which stops submitting
    private readonly Task[] _readers;

    /// <param name="readers">One each.</param>
    /// <param name="done">Called by any reader: the chunk, and the fault of the reader itself where it has one (a bug).</param>
    public ChunkReaders(IReadOnlyList<ChunkReader> readers, Action<Chunk, Exception?> done)
    {
        _readers = [.. readers.Select(reader => Task.Run(() => ReadAsync(reader, done)))];
    }

    public int Count => _readers.Length;

    public void Submit(Chunk chunk) => _unread.Writer.TryWrite(chunk);

    /// <summary>Ends after the chunks already submitted.</summary>
    public Task StopAsync()
    {
        _unread.Writer.TryComplete();
        return Task.WhenAll(_readers);
    }

    private async Task ReadAsync(ChunkReader reader, Action<Chunk, Exception?> done)
    {
        await foreach (var chunk in _unread.Reader.ReadAllAsync())
        {
            Exception? bug = null;
            try
            {
                reader.Read(chunk);
            }
            catch (Exception e) // handed on to the loop, which stops the worker with it
            {
                bug = e;
            }
            done(chunk, bug);
        }
    }
}
