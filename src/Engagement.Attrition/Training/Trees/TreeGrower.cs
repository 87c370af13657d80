namespace Engagement.Attrition.Training.Trees;

/// <summary>
/// Grows trees, always at the leaf where most is gained. Only the smaller half of a parted leaf is summed; the other half's sums are
/// the whole less these. Not thread-safe, but uses threads.
/// </summary>
internal sealed class TreeGrower(Bins bins, bool[] labels, TreeOptions options)
{
    private readonly int[] _rows = new int[bins.Rows], _movedRows = new int[bins.Rows];
    private readonly float[] _slopes = new float[2 * bins.Rows], _movedSlopes = new float[2 * bins.Rows];
    private readonly Stack<Histogram> _spare = new();

    // Features that are not the same in every row.
    private readonly int[] _telling =
        [.. Enumerable.Range(0, bins.Columns.Length).Where(feature => bins.Columns[feature].AsSpan().ContainsAnyExcept(bins.Columns[feature][0]))];

    /// <summary>The tree that best corrects the logits so far.</summary>
    /// <param name="number">Which tree: other numbers, other draws.</param>
    /// <param name="logits">By row.</param>
    public BinnedTree Grow(int number, double[] logits)
    {
        var asked = DrawFeatures(number);
        var rows = DrawRows(number, logits);
        var all = SumSlopes(rows);
        var tree = new BinnedTree(2 * options.Leaves - 1);
        var root = new Leaf(tree.AddLeaf(Value(all)), 0, rows, all, Spare(), bins.Columns.Length);
        ForEachFour(asked, four =>
        {
            Sum(root, four);
            Seek(root, four);
        });
        var leaves = new List<Leaf> { root };
        while (leaves.Count < options.Leaves && leaves.MaxBy(leaf => leaf.Split.Gain) is { Split.Gain: > 0 } best)
        {
            leaves.Remove(best);
            leaves.AddRange(Part(tree, best, asked));
        }
        foreach (var leaf in leaves) _spare.Push(leaf.Histogram);
        return tree;
    }

    private Leaf[] Part(BinnedTree tree, Leaf leaf, int[] asked)
    {
        var split = leaf.Split;
        var others = leaf.Slopes - split.Left;
        var (leftNode, rightNode) = tree.Part(leaf.Node, split, Value(split.Left), Value(others));
        var middle = Partition(leaf, split);
        var isLeftSmaller = middle - leaf.Start <= leaf.End - middle;
        var (small, large) = (Spare(), leaf.Histogram);
        Leaf left = new(leftNode, leaf.Start, middle, split.Left, isLeftSmaller ? small : large, bins.Columns.Length);
        Leaf right = new(rightNode, middle, leaf.End, others, isLeftSmaller ? large : small, bins.Columns.Length);
        ForEachFour(asked, four =>
        {
            Sum(isLeftSmaller ? left : right, four);
            large.Subtract(small, four);
            Seek(left, four);
            Seek(right, four);
        });
        return [left, right];
    }

    // A feature is one thread's: its sums do not depend on the number of threads.
    private void ForEachFour(int[] asked, Action<ReadOnlySpan<int>> body) =>
        Parallel.For(0, (asked.Length + 3) / 4, new ParallelOptions { MaxDegreeOfParallelism = options.Processors },
            four => body(asked.AsSpan(4 * four, Math.Min(4, asked.Length - 4 * four))));

    private void Sum(Leaf leaf, ReadOnlySpan<int> features) =>
        leaf.Histogram.Sum(bins, features, _rows.AsSpan(leaf.Start..leaf.End), _slopes.AsSpan((2 * leaf.Start)..(2 * leaf.End)));

    private void Seek(Leaf leaf, ReadOnlySpan<int> features)
    {
        foreach (var feature in features)
            leaf.Splits[feature] = Split.Best(leaf.Histogram.Of(feature), feature, bins.Cuts[feature].Length, leaf.Slopes, options);
    }

    // Those that go left first, both in the order they were: the sums of the halves do not depend on how they were parted before.
    private int Partition(Leaf leaf, Split split)
    {
        var column = bins.Columns[split.Feature];
        int left = leaf.Start, right = 0;
        for (var i = leaf.Start; i < leaf.End; i++)
        {
            var (row, gradient, weight) = (_rows[i], _slopes[2 * i], _slopes[2 * i + 1]);
            var goesLeft = column[row] == Bins.Missing ? split.MissingLeft : column[row] <= split.Bin;
            // Written to both, as that is cheaper than a guess which; only one of the two places moves on.
            (_rows[left], _slopes[2 * left], _slopes[2 * left + 1]) = (row, gradient, weight);
            (_movedRows[right], _movedSlopes[2 * right], _movedSlopes[2 * right + 1]) = (row, gradient, weight);
            left += goesLeft ? 1 : 0;
            right += goesLeft ? 0 : 1;
        }
        Array.Copy(_movedRows, 0, _rows, left, right);
        Array.Copy(_movedSlopes, 0, _slopes, 2 * left, 2 * right);
        return left;
    }

    private int[] DrawFeatures(int number)
    {
        var drawn = _telling.OrderBy(feature => Draw.Unit(~options.Seed, number, feature));
        return [.. drawn.Take((int)Math.Ceiling(options.FeatureShare * _telling.Length)).Order()];
    }

    // Those not drawn are given no weight, which no other row has, and then left out.
    private int DrawRows(int number, double[] logits)
    {
        RowBlocks.ForEach(bins.Rows, options.Processors, block =>
        {
            for (var row = block.Start.Value; row < block.End.Value; row++)
            {
                var p = LogLoss.Probability(logits[row]);
                _movedSlopes[2 * row] = (float)(p - (labels[row] ? 1 : 0));
                var isDrawn = Draw.Unit(options.Seed, number, row) < options.RowShare;
                _movedSlopes[2 * row + 1] = isDrawn ? Math.Max((float)(p * (1 - p)), float.Epsilon) : 0;
            }
        });
        var count = 0;
        for (var row = 0; row < bins.Rows; row++)
        {
            (_rows[count], _slopes[2 * count], _slopes[2 * count + 1]) = (row, _movedSlopes[2 * row], _movedSlopes[2 * row + 1]);
            count += _movedSlopes[2 * row + 1] > 0 ? 1 : 0;
        }
        return count;
    }

    private Slopes SumSlopes(int rows)
    {
        Slopes sum = default;
        for (var i = 0; i < rows; i++) sum += new Slopes(_slopes[2 * i], _slopes[2 * i + 1]);
        return sum;
    }

    private double Value(Slopes slopes) => options.LearningRate * slopes.Value(options.Strength);

    private Histogram Spare() => _spare.TryPop(out var histogram) ? histogram : new(bins.Columns.Length);

    private sealed class Leaf(int node, int start, int end, Slopes slopes, Histogram histogram, int features)
    {
        public int Node => node;
        public int Start => start;
        public int End => end;
        public Slopes Slopes => slopes;
        public Histogram Histogram => histogram;

        /// <summary>The best by feature.</summary>
        public Split[] Splits { get; } = new Split[features];

        /// <summary>The best of all, of equals the first feature's.</summary>
        public Split Split => Splits.MaxBy(split => split.Gain);
    }
}
