using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Engagement.Attrition.Training.Trees;

/// <summary>The sums of gradients and weights of some rows, by feature and bin.</summary>
internal sealed class Histogram(int features)
{
    private const int Entries = 2 * 256;

    private readonly double[] _sums = new double[features * Entries];

    /// <summary>By bin: gradient, weight, gradient, weight, …</summary>
    public ReadOnlySpan<double> Of(int feature) => _sums.AsSpan(feature * Entries, Entries);

    /// <summary>Sums anew for up to four features, the rows in order.</summary>
    /// <param name="bins">What bin each row is in.</param>
    /// <param name="four">Features: at least one; the others are left as they are.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="slopes">Gradient and weight of each of these rows.</param>
    public void Sum(Bins bins, ReadOnlySpan<int> four, ReadOnlySpan<int> rows, ReadOnlySpan<float> slopes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slopes.Length, 2 * rows.Length);
        // Four at a time: reading the rows is shared, and the sums do not wait for each other. A place left over is summed aside.
        Span<double> aside = stackalloc double[Entries];
        ref var c0 = ref Column(bins, four, 0);
        ref var c1 = ref Column(bins, four, 1);
        ref var c2 = ref Column(bins, four, 2);
        ref var c3 = ref Column(bins, four, 3);
        ref var s0 = ref Cleared(four, 0, aside);
        ref var s1 = ref Cleared(four, 1, aside);
        ref var s2 = ref Cleared(four, 2, aside);
        ref var s3 = ref Cleared(four, 3, aside);
        ref var slope = ref MemoryMarshal.GetReference(slopes);
        var i = (nuint)0;
        foreach (var row in rows)
        {
            var add = Vector128.WidenLower(Vector64.LoadUnsafe(ref slope, i).ToVector128Unsafe());
            i += 2;
            Add(ref s0, Unsafe.Add(ref c0, row), add);
            Add(ref s1, Unsafe.Add(ref c1, row), add);
            Add(ref s2, Unsafe.Add(ref c2, row), add);
            Add(ref s3, Unsafe.Add(ref c3, row), add);
        }
    }

    /// <summary>Takes away the sums of some of the rows: those of the others are left.</summary>
    public void Subtract(Histogram part, ReadOnlySpan<int> features)
    {
        foreach (var feature in features)
        {
            Span<double> sums = _sums.AsSpan(feature * Entries, Entries), less = part._sums.AsSpan(feature * Entries, Entries);
            for (var i = 0; i < Entries; i++) sums[i] -= less[i];
        }
    }

    private static void Add(ref double sums, byte bin, Vector128<double> add) =>
        (Vector128.LoadUnsafe(ref sums, (nuint)(2 * bin)) + add).StoreUnsafe(ref sums, (nuint)(2 * bin));

    private static ref byte Column(Bins bins, ReadOnlySpan<int> four, int place) =>
        ref MemoryMarshal.GetArrayDataReference(bins.Columns[four[Math.Min(place, four.Length - 1)]]);

    private ref double Cleared(ReadOnlySpan<int> four, int place, Span<double> aside)
    {
        var sums = place < four.Length ? _sums.AsSpan(four[place] * Entries, Entries) : aside;
        sums.Clear();
        return ref MemoryMarshal.GetReference(sums);
    }
}
