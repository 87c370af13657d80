using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Engagement.Kafka.Feeding;

namespace Engagement.Kafka.Files;

/// <summary>
/// Statements from files, in order, as messages for <see cref="PacedProducer"/>: JSON (an object, several, or an array), JSON
/// Lines, either gzipped, told apart by their bytes; <c>-</c> is standard input. Read as a stream: memory holds one message and
/// a read buffer, whatever the size of the file. To be read once, by one reader; the counters may be read meanwhile.
/// </summary>
public sealed class StatementFiles
{
    /// <summary>Name that stands for standard input.</summary>
    public const string StandardInput = "-";

    private readonly IReadOnlyList<string> _paths;
    private readonly int _maxBytes;
    private long _bytesRead;

    /// <param name="paths">Files, or <see cref="StandardInput"/>.</param>
    /// <param name="maxMessageBytes">A longer statement is reported as a fault.</param>
    /// <exception cref="StatementFileException">One of the files can't be opened: better said before the first is fed.</exception>
    public StatementFiles(IReadOnlyList<string> paths, int maxMessageBytes = KafkaClients.MessageBytes / 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessageBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxMessageBytes, KafkaClients.MessageBytes);
        _paths = paths;
        _maxBytes = maxMessageBytes;
        TotalBytes = 0;
        foreach (var path in paths)
        {
            using var file = path == StandardInput ? null : Open(path);
            TotalBytes += file is { CanSeek: true } ? file.Length : null;
        }
    }

    /// <summary>Size of all files as they lie on disk; null where standard input or a pipe is among them.</summary>
    public long? TotalBytes { get; }

    /// <summary>How much of <see cref="TotalBytes"/> was read so far.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <summary>All messages of all files.</summary>
    /// <exception cref="StatementFileException">A file can't be read on, or its gzip is broken. What came before it was yielded.</exception>
    public async IAsyncEnumerable<FeedMessage> ReadAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        long before = 0;
        foreach (var path in _paths)
        {
            var isStandardInput = path == StandardInput;
            await using var file = isStandardInput ? Console.OpenStandardInput() : Open(path);
            await foreach (var message in ReadAsync(file, isStandardInput ? "standard input" : path, _maxBytes, cancel))
            {
                if (file.CanSeek) Volatile.Write(ref _bytesRead, before + file.Position);
                yield return message;
            }
            if (file.CanSeek) Volatile.Write(ref _bytesRead, before += file.Length);
        }
    }

    /// <summary>The messages of one stream, gzipped or not.</summary>
    /// <param name="stream">Read to its end; not disposed.</param>
    /// <param name="name">Name for <see cref="FeedOrigin"/> and errors.</param>
    /// <param name="maxMessageBytes">A longer statement is reported as a fault.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="StatementFileException">The stream can't be read on, or its gzip is broken.</exception>
    public static async IAsyncEnumerable<FeedMessage> ReadAsync(
        Stream stream, string name, int maxMessageBytes, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var splitter = new StatementSplitter(maxMessageBytes);
        await using var plain = await InflateAsync(stream, name, cancel);
        for (var end = false; !end;)
        {
            var read = await Guard(name, () => plain.ReadAsync(splitter.GetMemory(), cancel));
            splitter.Written(read);
            end = read == 0;
            while (splitter.TryCut(end, out var cut))
            {
                var origin = new FeedOrigin(name, cut.Number, splitter.IsLines);
                yield return new FeedMessage(StatementKey.Of(cut.Value), cut.Value, origin, cut.Fault, cut.IsTooLong);
            }
        }
    }

    private static async Task<Stream> InflateAsync(Stream stream, string name, CancellationToken cancel)
    {
        // A pipe can look at the first bytes and still give them to the next reader, also where the stream can't seek.
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var head = await Guard(name, () => pipe.ReadAtLeastAsync(2, cancel));
        var isGzip = head.Buffer.Length >= 2 && head.Buffer.Slice(0, 2).ToArray() is [0x1F, 0x8B];
        pipe.AdvanceTo(head.Buffer.Start);
        var bytes = pipe.AsStream();
        return isGzip ? new WholeGzipStream(bytes) : bytes;
    }

    private static async Task<T> Guard<T>(string name, Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (InvalidDataException e)
        {
            throw new StatementFileException($"{name} is a damaged gzip file ({e.Message}). Copy it again, or give it uncompressed.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StatementFileException($"{name} can't be read: {e.Message}", e);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var hint = Directory.Exists(path) ? "it is a folder; name the files in it" : e.Message;
            throw new StatementFileException($"{path} can't be read: {hint}", e);
        }
    }
}
