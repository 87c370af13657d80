using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Trees;

/// <summary>
/// Each feature's values in up to 255 bins between cuts, one byte a value and column after column, as sums by bin are made. Bin b holds
/// the values up to and with cut b, and above the one before; the last all that are above every cut.
/// </summary>
internal sealed class Bins
{
    public const byte Missing = 255;
    private const int MostCuts = Missing - 1;

    private Bins(float[][] cuts, int rows, FeatureMatrix features, int processors)
    {
        Cuts = cuts;
        Rows = rows;
        Columns = Array.ConvertAll(cuts, _ => GC.AllocateUninitializedArray<byte>(rows));
        RowBlocks.ForEach(rows, processors, block =>
        {
            for (var c = 0; c < cuts.Length; c++)
            {
                float[] padded = [.. cuts[c], .. Enumerable.Repeat(float.PositiveInfinity, Missing - cuts[c].Length)];
                for (var row = block.Start.Value; row < block.End.Value; row++)
                    Columns[c][row] = Bin(padded, features.Values[row * features.Columns + c]);
            }
        });
    }

    /// <summary>By feature, ascending; none is infinite.</summary>
    public float[][] Cuts { get; }

    /// <summary>By feature, then row.</summary>
    public byte[][] Columns { get; }

    public int Rows { get; }

    /// <param name="features">What is put into bins.</param>
    /// <param name="sample">What the bins are made of: each gets about as many of these rows.</param>
    /// <param name="processors">The most to use.</param>
    public static Bins Of(FeatureMatrix features, FeatureMatrix sample, int processors)
    {
        var cuts = new float[features.Columns][];
        Parallel.For(0, cuts.Length, new ParallelOptions { MaxDegreeOfParallelism = processors },
            column => cuts[column] = CutsOf(sample, column));
        return new(cuts, features.Rows, features, processors);
    }

    /// <summary>Other rows in the same bins.</summary>
    public Bins Of(FeatureMatrix features, int processors) => new(Cuts, features.Rows, features, processors);

    private static float[] CutsOf(FeatureMatrix sample, int column)
    {
        var known = sample.Sorted(column);
        var distinct = known.Where((value, i) => i == 0 || value != known[i - 1]).ToArray();
        if (distinct.Length <= MostCuts + 1) return distinct[..Math.Max(distinct.Length - 1, 0)];
        return [.. Enumerable.Range(1, MostCuts).Select(k => known[(int)((long)k * known.Count / (MostCuts + 1))]).Distinct()];
    }

    // The number of cuts below the value, by halves; without a branch, as nobody could guess which half.
    private static byte Bin(float[] padded, float value)
    {
        if (float.IsNaN(value)) return Missing;
        var below = 0;
        for (var half = 128; half > 0; half /= 2) below += half * (padded[below + half - 1] < value ? 1 : 0);
        return (byte)below;
    }
}
