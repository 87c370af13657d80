using static System.FormattableString;

namespace Engagement.Attrition.Evaluation.Report;

/// <summary>What a figure shall be.</summary>
internal sealed class Bound
{
    private readonly string _words;
    private readonly double _bound;
    private readonly Func<double, bool> _holds;

    private Bound(string words, double bound, Func<double, bool> holds) => (_words, _bound, _holds) = (words, bound, holds);

    public static Bound AtLeast(double bound) => new("at least", bound, figure => figure >= bound);

    public static Bound Above(double bound) => new("above", bound, figure => figure > bound);

    public static Bound AtMost(double bound) => new("at most", bound, figure => figure <= bound);

    public string Verdict(double figure) =>
        _holds(figure) ? "holds" : double.IsNaN(figure) ? "**no figure**" : $"**misses by {Spelled.Fine(Math.Abs(figure - _bound))}**";

    public override string ToString() => Invariant($"{_words} {_bound:0.###}");
}
