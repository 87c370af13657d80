using System.Buffers.Binary;

namespace Engagement.Erasure.Disk;

/// <summary>A file of compressed blocks, as ClickHouse keeps columns, marks and keys in: checksum, method, sizes, data; one after the other.</summary>
internal static class ColumnFile
{
    private const int ChecksumBytes = 16, HeaderBytes = 9;
    private const byte None = 0x02, Lz4Method = 0x82, First = 0x80, Last = 0x9F;
    private const int MostBytes = 1 << 30;

    /// <summary>The blocks' contents, in order.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="take">Gets each block. It is used again.</param>
    /// <returns>Null: it is no such file. Else the number of blocks that another method than LZ4 compressed, which are not read.</returns>
    public static int? Read(ReadOnlySpan<byte> bytes, Action<ReadOnlyMemory<byte>> take)
    {
        if (!IsBlock(bytes)) return null;
        var buffer = Array.Empty<byte>();
        var unread = 0;
        while (bytes.Length > 0)
        {
            if (!IsBlock(bytes)) throw new InvalidDataException("After a compressed block comes something else");
            var (method, packed, size) = Header(bytes);
            var data = bytes.Slice(ChecksumBytes + HeaderBytes, packed - HeaderBytes);
            if (buffer.Length < size) buffer = new byte[size];
            if (method == None) data.CopyTo(buffer);
            else if (method == Lz4Method) Lz4.Read(data, buffer.AsSpan(0, size));
            else unread++;
            if (method is None or Lz4Method) take(buffer.AsMemory(0, size));
            bytes = bytes[(ChecksumBytes + packed)..];
        }
        return unread;
    }

    private static bool IsBlock(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ChecksumBytes + HeaderBytes) return false;
        var (method, packed, size) = Header(bytes);
        return method is None or (>= First and <= Last) && packed >= HeaderBytes && packed <= bytes.Length - ChecksumBytes && size is > 0 and <= MostBytes;
    }

    private static (byte Method, int Packed, int Size) Header(ReadOnlySpan<byte> bytes) =>
        (bytes[ChecksumBytes], BinaryPrimitives.ReadInt32LittleEndian(bytes[(ChecksumBytes + 1)..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[(ChecksumBytes + 5)..]));
}
