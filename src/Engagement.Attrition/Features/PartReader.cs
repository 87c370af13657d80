using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Engagement.Attrition.Features;

/// <summary>Rows of a part from ClickHouse's RowBinary: course (String), learner (UUID), date of the cut (Int32, days since 1970), columns (Array(Float32)).</summary>
internal sealed class PartReader(int columns)
{
    private readonly Dictionary<string, int> _courses = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _learners = [];
    private readonly List<int> _course = [], _learner = [];
    private readonly List<DateOnly> _cut = [];
    private readonly List<float[]> _blocks = [];
    private int _inBlock = RowsPerBlock;
    private byte[] _lastCourseName = [];
    private int _lastCourse;

    private const int RowsPerBlock = 4096;

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    // UUID and date.
    private const int Fixed = 16 + 4;

    public static async Task<PartRows> ReadAsync(Stream body, int columns, CancellationToken cancel)
    {
        var reader = new PartReader(columns);
        var buffer = new byte[1 << 20];
        var held = 0;
        while (true)
        {
            var read = await body.ReadAsync(buffer.AsMemory(held), cancel);
            if (read == 0) break;
            held += read;
            var taken = reader.Take(buffer.AsSpan(0, held));
            buffer.AsSpan(taken, held - taken).CopyTo(buffer);
            held -= taken;
            if (held == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }
        return held == 0 ? reader.Result() : throw new InvalidDataException("ClickHouse's answer ended in the middle of a row");
    }

    // Whole rows only; gives how many bytes these were.
    private int Take(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (true)
        {
            var row = bytes[at..];
            var (nameStart, nameLength) = Length(row);
            if (nameStart == 0 || row.Length < nameStart + nameLength + Fixed) return at;
            var rest = row[(nameStart + nameLength)..];
            var (valuesStart, count) = Length(rest[Fixed..]);
            var end = Fixed + valuesStart + columns * sizeof(float);
            if (valuesStart == 0 || rest.Length < end) return at;
            if (count != columns) throw new InvalidDataException($"ClickHouse's answer has {count} columns, not {columns}");
            Add(row.Slice(nameStart, nameLength), rest, MemoryMarshal.Cast<byte, float>(rest[(Fixed + valuesStart)..end]));
            at += nameStart + nameLength + end;
        }
    }

    private void Add(ReadOnlySpan<byte> course, ReadOnlySpan<byte> key, ReadOnlySpan<float> values)
    {
        _course.Add(Course(course));
        _learner.Add(Place(_learners, Uuid(key)));
        _cut.Add(Epoch.AddDays(BinaryPrimitives.ReadInt32LittleEndian(key[16..])));
        if (_inBlock == RowsPerBlock)
        {
            _blocks.Add(new float[RowsPerBlock * columns]);
            _inBlock = 0;
        }
        values.CopyTo(_blocks[^1].AsSpan(_inBlock++ * columns));
    }

    private int Course(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual(_lastCourseName)) return _lastCourse;
        _lastCourseName = name.ToArray();
        return _lastCourse = Place(_courses, Encoding.UTF8.GetString(name));
    }

    private static int Place<T>(Dictionary<T, int> places, T key)
        where T : notnull
    {
        if (!places.TryGetValue(key, out var place)) places[key] = place = places.Count;
        return place;
    }

    // Two little-endian halves, the first the one that is written first.
    private static Guid Uuid(ReadOnlySpan<byte> bytes)
    {
        Span<byte> written = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(written, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        BinaryPrimitives.WriteUInt64BigEndian(written[8..], BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        return new Guid(written, bigEndian: true);
    }

    // A LEB128 number: where what it measures starts (0: not all there yet), and how long that is.
    private static (int Start, int Length) Length(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i < bytes.Length && i < 4; i++)
        {
            length |= (bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80) return (i + 1, length);
        }
        return (0, 0);
    }

    private PartRows Result()
    {
        var values = new float[_cut.Count * columns];
        for (var i = 0; i < _blocks.Count; i++)
        {
            var start = i * RowsPerBlock * columns;
            _blocks[i].AsSpan(0, Math.Min(_blocks[i].Length, values.Length - start)).CopyTo(values.AsSpan(start));
        }
        return new PartRows([.. _courses.Keys], [.. _learners.Keys], [.. _course], [.. _learner], [.. _cut], new FeatureMatrix(values, columns));
    }
}
