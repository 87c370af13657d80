namespace Engagement.Metrics.Explanations;

/// <summary>Which of a learner's lines are shown.</summary>
internal static class LineChoice
{
    /// <param name="lines">In order.</param>
    /// <param name="isTold">Of the line itself.</param>
    /// <returns>Those told, and beside each of their visits the statement before and the one after, with voided ones between.</returns>
    public static List<ExplainedLine> Of(IReadOnlyList<ExplainedLine> lines, Func<ExplainedLine, bool> isTold)
    {
        var told = lines.Select(isTold).ToArray();
        var shown = told.ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!told[i] || lines[i].Visit is null) continue;
            ShowBeside(i, -1);
            ShowBeside(i, +1);
        }
        return [.. lines.Select((line, i) => line with { IsBeside = !told[i] }).Where((_, i) => shown[i])];

        void ShowBeside(int from, int step)
        {
            for (var i = from + step; i >= 0 && i < lines.Count; i += step)
            {
                shown[i] = true;
                if (!lines[i].IsVoided) return;
            }
        }
    }
}
