namespace Engagement.Attrition.Training.Trees;

/// <summary>A tree that asks of bins, while it grows.</summary>
internal sealed class BinnedTree(int mostNodes)
{
    private readonly int[] _feature = new int[mostNodes], _left = new int[mostNodes], _right = new int[mostNodes];
    private readonly byte[] _bin = new byte[mostNodes];
    private readonly bool[] _missingLeft = new bool[mostNodes];
    private readonly double[] _value = new double[mostNodes];
    private int _nodes;

    /// <summary>Its value as a Single, as many rows at once are scored with these.</summary>
    public int AddLeaf(double value)
    {
        (_feature[_nodes], _value[_nodes]) = (-1, (float)value);
        return _nodes++;
    }

    public (int Left, int Right) Part(int node, Split split, double left, double right)
    {
        (_feature[node], _bin[node], _missingLeft[node]) = (split.Feature, split.Bin, split.MissingLeft);
        return (_left[node] = AddLeaf(left), _right[node] = AddLeaf(right));
    }

    /// <summary>Adds to each row's logit what the tree says of it.</summary>
    public void AddTo(double[] logits, Bins bins, int processors) => RowBlocks.ForEach(bins.Rows, processors, block =>
    {
        for (var row = block.Start.Value; row < block.End.Value; row++)
        {
            var node = 0;
            while (_feature[node] is >= 0 and var feature) node = GoesLeft(node, bins.Columns[feature][row]) ? _left[node] : _right[node];
            logits[row] += _value[node];
        }
    });

    public Tree ToTree(Bins bins) => new(
        _feature[.._nodes],
        [.. Enumerable.Range(0, _nodes).Select(node => Threshold(node, bins.Cuts))],
        _missingLeft[.._nodes], _left[.._nodes], _right[.._nodes], _value[.._nodes]);

    private bool GoesLeft(int node, byte bin) => bin == Bins.Missing ? _missingLeft[node] : bin <= _bin[node];

    private float Threshold(int node, float[][] cuts)
    {
        if (_feature[node] < 0) return 0;
        var own = cuts[_feature[node]];
        return _bin[node] < own.Length ? own[_bin[node]] : float.MaxValue;
    }
}
