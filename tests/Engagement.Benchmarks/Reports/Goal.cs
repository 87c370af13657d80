using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Reports;

/// <summary>What a figure shall be.</summary>
/// <param name="What">In words.</param>
/// <param name="Is">The figure; not finite where there is none.</param>
/// <param name="ShallBe">Its bound.</param>
/// <param name="IsLeast">Whether the bound is the least it shall be, else the most.</param>
/// <param name="Spell">Writes figure and bound.</param>
internal sealed record Goal(string What, double Is, double ShallBe, bool IsLeast, Func<double, string> Spell)
{
    public bool Holds => IsLeast ? Is >= ShallBe : Is <= ShallBe;

    public string Figure => double.IsFinite(Is) ? Spell(Is) : "no answer";

    public string Bound => (IsLeast ? "at least " : "at most ") + Spell(ShallBe);

    public string Verdict => Holds ? "holds" : double.IsFinite(Is) ? $"**misses by {Count(Math.Abs(Is / ShallBe - 1) * 100)} %**" : "**misses**";

    public static string Table(IEnumerable<Goal> goals)
    {
        var table = new MarkdownTable("goal", "is", "shall be", "");
        foreach (var goal in goals) table.Row(goal.What, goal.Figure, goal.Bound, goal.Verdict);
        return table.ToString();
    }
}
