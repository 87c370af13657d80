using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Engagement.Attrition.Training.Logistic;

/// <summary>
/// A few rows X on the way to the sum of X'X. Kept in panels of eight columns, row after row, so that what an inner loop reads lies
/// side by side and stays in the nearest cache. Not thread-safe.
/// </summary>
internal sealed class RowTile(int rows, int width)
{
    private const int Lanes = 8, Group = 3;

    // Two panels of zeros behind the last: the last groups of three reach into them.
    private readonly float[] _panels = new float[(width / Lanes + Group - 1) * rows * Lanes];
    private int _rows;

    public bool IsFull => _rows == rows;

    /// <summary>Takes a row in, times a factor.</summary>
    public void Add(ReadOnlySpan<float> row, float factor)
    {
        for (var c = 0; c < width; c += Lanes)
            (Vector256.Create(row[c..]) * factor).CopyTo(_panels.AsSpan(c * rows + _rows * Lanes));
        _rows++;
    }

    /// <summary>Adds X'X to the upper triangle of a matrix as wide as a row, and starts over.</summary>
    public void Flush(double[] sums)
    {
        Span<float> products = stackalloc float[4 * Group * Lanes];
        for (var i = 0; i < width; i += 4)
            for (var j = i / Lanes * Lanes; j < width; j += Group * Lanes)
            {
                Multiply(i, j, products);
                var columns = Math.Min(Group * Lanes, width - j);
                for (var k = 0; k < 4; k++)
                {
                    var line = sums.AsSpan((i + k) * width + j, columns);
                    for (var c = 0; c < columns; c++) line[c] += products[k * Group * Lanes + c];
                }
            }
        _rows = 0;
    }

    // Four columns against 24: twelve sums, as many as registers hold.
    private void Multiply(int i, int j, Span<float> products)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, b0 = default, b1 = default, b2 = default;
        Vector256<float> c0 = default, c1 = default, c2 = default, d0 = default, d1 = default, d2 = default;
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_panels), i / Lanes * rows * Lanes + i % Lanes);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_panels), j * rows);
        var panel = rows * Lanes;
        for (var row = 0; row < _rows; row++)
        {
            var offset = row * Lanes;
            var x0 = Vector256.LoadUnsafe(ref right, (nuint)offset);
            var x1 = Vector256.LoadUnsafe(ref right, (nuint)(panel + offset));
            var x2 = Vector256.LoadUnsafe(ref right, (nuint)(2 * panel + offset));
            var y = Vector256.Create(Unsafe.Add(ref left, offset));
            (a0, a1, a2) = (Add(a0, x0, y), Add(a1, x1, y), Add(a2, x2, y));
            y = Vector256.Create(Unsafe.Add(ref left, offset + 1));
            (b0, b1, b2) = (Add(b0, x0, y), Add(b1, x1, y), Add(b2, x2, y));
            y = Vector256.Create(Unsafe.Add(ref left, offset + 2));
            (c0, c1, c2) = (Add(c0, x0, y), Add(c1, x1, y), Add(c2, x2, y));
            y = Vector256.Create(Unsafe.Add(ref left, offset + 3));
            (d0, d1, d2) = (Add(d0, x0, y), Add(d1, x1, y), Add(d2, x2, y));
        }
        Store(products, a0, a1, a2, 0);
        Store(products, b0, b1, b2, 1);
        Store(products, c0, c1, c2, 2);
        Store(products, d0, d1, d2, 3);
    }

    private static Vector256<float> Add(Vector256<float> sum, Vector256<float> x, Vector256<float> y) => Vector256.FusedMultiplyAdd(x, y, sum);

    private static void Store(Span<float> products, Vector256<float> first, Vector256<float> second, Vector256<float> third, int line)
    {
        first.CopyTo(products[(line * Group * Lanes)..]);
        second.CopyTo(products[(line * Group * Lanes + Lanes)..]);
        third.CopyTo(products[(line * Group * Lanes + 2 * Lanes)..]);
    }
}
