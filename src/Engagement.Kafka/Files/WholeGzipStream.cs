using System.IO.Compression;

namespace Engagement.Kafka.Files;

/// <summary>
/// Inflates gzip, in one or several members, and fails where the file was cut short: GZipStream takes such an end for a good one.
/// So a member of one byte that no text holds is appended to the file; it comes out as the last byte only if all before it was whole.
/// </summary>
internal sealed class WholeGzipStream : Stream
{
    private const byte EndMark = 0x1A;
    private static readonly byte[] EndMember = Pack(EndMark);

    private readonly GZipStream _inflated;
    private readonly byte[] _held = new byte[1]; // the last byte inflated, which may be the mark
    private bool _holds;

    public WholeGzipStream(Stream packed) => _inflated = new GZipStream(new Appended(packed), CompressionMode.Decompress);

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The bytes are no gzip, or end within it.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        if (buffer.Length < 2) throw new ArgumentException("Room for two bytes is needed.", nameof(buffer));
        if (!_holds)
        {
            _holds = await _inflated.ReadAsync(_held, cancel) > 0;
            if (!_holds) throw CutShort();
        }
        var read = await _inflated.ReadAsync(buffer[1..], cancel);
        if (read == 0) return _held[0] == EndMark ? 0 : throw CutShort();
        buffer.Span[0] = _held[0];
        _held[0] = buffer.Span[read];
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => _inflated.DisposeAsync();

    private static InvalidDataException CutShort() => new("it ends before its end");

    private static byte[] Pack(byte value)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.WriteByte(value);
        return packed.ToArray();
    }

    private sealed class Appended(Stream first) : Stream
    {
        private readonly MemoryStream _end = new(EndMember);

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
        {
            var read = await first.ReadAsync(buffer, cancel);
            return read > 0 ? read : await _end.ReadAsync(buffer, cancel);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => first.DisposeAsync();
    }
}
