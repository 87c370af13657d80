using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Engagement.Attrition.Training.Trees;

/// <summary>
/// Trees of at most 32 leaves, walked for sixteen rows at once, one a lane, without a branch (Lucchese et al., QuickScorer, 2015): leaves are
/// numbered from left to right, and every question whose answer is right strikes out the leaves to its left; the first that is left
/// is the one a row falls into. Each question costs one comparison, in any order. Thread-safe.
/// </summary>
internal sealed class TreeLanes
{
    public const int Rows = 2 * Half;
    public const int MostLeaves = 32;

    private const int Half = 8; // a Vector256 of singles

    // By tree, filled up to as many as the largest has, with questions that strike out nothing.
    private readonly Question[] _questions;
    private readonly float[] _values;
    private readonly int _questionsEach, _leavesEach;

    /// <param name="trees">Each of at most <see cref="MostLeaves"/> leaves.</param>
    /// <param name="columnOf">Where a feature's values stand that a question asks of; see <see cref="Add"/>.</param>
    public TreeLanes(IReadOnlyList<Tree> trees, Func<int, int> columnOf)
    {
        _questionsEach = trees.Select(Questions).DefaultIfEmpty(0).Max();
        _leavesEach = _questionsEach < Half ? Half : MostLeaves;
        _questions = new Question[trees.Count * _questionsEach];
        _values = new float[trees.Count * _leavesEach];
        foreach (var (number, tree) in trees.Index())
        {
            var (question, leaf) = (number * _questionsEach, 0);
            Lay(0);

            // Gives the leaves below a node.
            int Lay(int node)
            {
                if (tree.Feature[node] < 0)
                {
                    _values[number * _leavesEach + leaf] = (float)tree.Value[node];
                    return 1 << leaf++;
                }
                var place = question++;
                var left = Lay(tree.Left[node]);
                _questions[place] = new(columnOf(tree.Feature[node]) + (tree.MissingLeft[node] ? 0 : Rows), tree.Threshold[node], left);
                return left | Lay(tree.Right[node]);
            }
        }
    }

    public static int Questions(Tree tree) => tree.Feature.Count(feature => feature >= 0);

    /// <summary>Adds to each lane's sum what all trees say of it.</summary>
    /// <param name="columns">Of each feature, where the constructor was told: <see cref="Rows"/> values in which what is unknown is less
    /// than any threshold, and as many in which it is more.</param>
    /// <param name="sums">One a lane.</param>
    public void Add(ReadOnlySpan<float> columns, Span<double> sums)
    {
        ref var values = ref MemoryMarshal.GetReference(columns);
        Vector256<double> a = Sums(sums, 0), b = Sums(sums, 1), c = Sums(sums, 2), d = Sums(sums, 3);
        for (int first = 0, value = 0; value < _values.Length; first += _questionsEach, value += _leavesEach)
        {
            Vector256<int> left = Vector256<int>.AllBitsSet, leftToo = left;
            foreach (ref readonly var question in _questions.AsSpan(first, _questionsEach))
            {
                var threshold = Vector256.Create(question.Threshold);
                var struck = Vector256.Create(question.LeftLeaves);
                var column = (nuint)question.Column;
                left = Vector256.AndNot(left, Vector256.GreaterThan(Vector256.LoadUnsafe(ref values, column), threshold).AsInt32() & struck);
                leftToo = Vector256.AndNot(leftToo, Vector256.GreaterThan(Vector256.LoadUnsafe(ref values, column + Half), threshold).AsInt32() & struck);
            }
            var (low, high) = Vector256.Widen(Values(value, FirstOf(left)));
            var (lowToo, highToo) = Vector256.Widen(Values(value, FirstOf(leftToo)));
            (a, b, c, d) = (a + low, b + high, c + lowToo, d + highToo);
        }
        a.CopyTo(sums);
        b.CopyTo(sums[4..]);
        c.CopyTo(sums[8..]);
        d.CopyTo(sums[12..]);
    }

    private static Vector256<double> Sums(ReadOnlySpan<double> sums, int quarter) => Vector256.Create(sums[(4 * quarter)..]);

    // The place of the lowest bit, by the exponent it has as a floating-point number.
    private static Vector256<int> FirstOf(Vector256<int> bits) =>
        (Vector256.ShiftRightLogical(Vector256.ConvertToSingle(bits & -bits).AsInt32(), 23) & Vector256.Create(0xff)) - Vector256.Create(127);

    private Vector256<float> Values(int first, Vector256<int> leaves)
    {
        ref var value = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), first);
        if (_leavesEach == Half) return Vector256.Shuffle(Vector256.LoadUnsafe(ref value), leaves);
        Span<float> found = stackalloc float[Half];
        for (var lane = 0; lane < Half; lane++) found[lane] = Unsafe.Add(ref value, leaves[lane]);
        return Vector256.Create<float>(found);
    }

    /// <param name="Column">Of the values that are compared.</param>
    /// <param name="Threshold">What is more goes right.</param>
    /// <param name="LeftLeaves">That are then struck out, a bit each.</param>
    private readonly record struct Question(int Column, float Threshold, int LeftLeaves);
}
