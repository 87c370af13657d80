using static Engagement.Attrition.Evaluation.Report.Spelled;

namespace Engagement.Attrition.Evaluation.Report;

/// <summary>Recall and precision by group of one attribute.</summary>
internal static class FairnessTable
{
    public static string Of(FairnessAudit audit)
    {
        var table = Markdown.Table(
            [Markdown.Cell(audit.Attribute), "learners", "events", "alerts", "recall", "ratio", "precision", "ratio"],
            audit.Groups.Select(group => new[]
            {
                Markdown.Cell(group.Name), Count(group.Learners), Count(group.Figures.Events), Count(group.Figures.Alerts),
                Plain(group.Figures.Recall), Ratio(group.RecallRatio), Plain(group.Figures.Precision), Ratio(group.PrecisionRatio),
            }));
        var warned = audit.Groups.Where(group => group.IsWarned).Select(group => Markdown.Cell(group.Name)).ToList();
        return "\n" + table
            + (audit.Unknown > 0 ? $"\nNot known of {Count(audit.Unknown)} learners.\n" : "")
            + (warned.Count > 0 ? $"\n**Served less well: {string.Join(", ", warned)}.**\n" : "");
    }

    private static string Ratio(double? ratio) => ratio switch
    {
        null => "too few",
        < FairnessAudit.LeastRatio => $"**{Coarse(ratio.Value)}**",
        _ => Coarse(ratio.Value),
    };
}
