namespace Engagement.Attrition.Training;

/// <summary>
/// Work over rows in blocks of a fixed size. Sums are put together in the order of the blocks, so they are the same to the last bit
/// whatever the number of processors.
/// </summary>
internal static class RowBlocks
{
    private const int BlockRows = 4096;

    /// <summary>The sum of what <paramref name="add"/> adds for each block into a vector of so many entries.</summary>
    public static double[] Sum(int rows, int entries, int processors, Action<Range, double[]> add)
    {
        var sums = new double[(rows + BlockRows - 1) / BlockRows][];
        ForEach(rows, processors, block => add(block, sums[block.Start.Value / BlockRows] = new double[entries]));
        var total = sums[0];
        foreach (var sum in sums.AsSpan(1))
            for (var i = 0; i < total.Length; i++)
                total[i] += sum[i];
        return total;
    }

    public static void ForEach(int rows, int processors, Action<Range> body) =>
        Parallel.For(0, (rows + BlockRows - 1) / BlockRows, new ParallelOptions { MaxDegreeOfParallelism = processors },
            block => body((block * BlockRows)..Math.Min(rows, (block + 1) * BlockRows)));
}
