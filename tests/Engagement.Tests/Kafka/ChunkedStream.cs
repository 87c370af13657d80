namespace Engagement.Tests.Kafka;

/// <summary>Gives its bytes in reads of the given sizes, over and over, as a pipe or a socket might.</summary>
internal sealed class ChunkedStream(byte[] bytes, IReadOnlyList<int> sizes) : Stream
{
    private int _position;
    private int _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var size = Math.Min(Math.Min(count, sizes[_read++ % sizes.Count]), bytes.Length - _position);
        bytes.AsSpan(_position, size).CopyTo(buffer.AsSpan(offset));
        _position += size;
        return size;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
