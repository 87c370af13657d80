using static Engagement.Attrition.Evaluation.Report.Spelled;

namespace Engagement.Attrition.Evaluation.Report;

/// <summary>What was found of one task, in rows.</summary>
internal static class TaskTables
{
    private static readonly int[] Percents = [2, ContenderResult.DefaultPercent, 10];

    public static string Figures(ContenderResult model) => Markdown.Table(
        ["cut", "rows", "events", "base rate", "AUC [95 %]", "PR-AUC", "Brier", "log loss", "ECE", "intercept", "slope"],
        model.Landmarks.Select(at => (string[])
        [
            Cut(at), Count(at.Rows), Count(at.Events), Plain(at.Base), Auc(at), Plain(at.AveragePrecision),
            .. at.Reliability is { } right
                ? new[] { Fine(right.Brier), Fine(right.LogLoss), Fine(right.Ece), Coarse(right.Line.Intercept), Coarse(right.Line.Slope) }
                : ["", "", "", "", ""],
        ]));

    public static string Ranked(IReadOnlyList<ContenderResult> contenders) => Markdown.Table(
        ["by", .. contenders[0].Landmarks.Select(Cut), "PR-AUC", "ECE"],
        contenders.Select(who => (string[])
            [who.Name, .. who.Landmarks.Select(Auc), Plain(who.Pooled.AveragePrecision), who.Pooled.Reliability is { } reliability ? Fine(reliability.Ece) : ""]));

    public static string Shares(IReadOnlyList<ContenderResult> contenders)
    {
        return Markdown.Table(
            ["by", .. Percents.Select(percent => $"{percent} %")],
            [
                .. contenders.Select(who => Cells(who.Name, who, share => share.PerCourse)),
                Cells($"{contenders[0].Name}, budget by expected events", contenders[0], share => share.ByExpectedEvents),
            ]);

        static string[] Cells(string name, ContenderResult who, Func<ShareResult, PrecisionRecall?> of) =>
            [name, .. Percents.Select(percent => of(who.At(percent)) is { } found ? $"{Plain(found.Precision)} / {Plain(found.Recall)}" : "")];
    }

    public static string Leads(IReadOnlyList<ContenderResult> contenders) => Markdown.Table(
        ["by", "cool-down, days", "with the event", "caught, any time before", "caught, within 6 weeks", "all learners", "pointed out"],
        from who in contenders
        from lead in who.Leads
        select new[]
        {
            who.Name, Count(lead.CoolDownDays), Count(lead.AnyTime.Events), Percent(lead.AnyTime.CaughtShare), Percent(lead.Recently.CaughtShare),
            Count(lead.AnyTime.Learners), Percent(lead.AnyTime.TouchedShare),
        });

    public static string Unseen(IReadOnlyList<UnseenModule> modules) => Markdown.Table(
        ["module", "rows", "AUC, trained with it", "without it", "difference", "mean predicted, without it", "observed", "off by"],
        modules.Select(module => new[]
        {
            Markdown.Cell(module.Module), Count(module.Rows), Fine(module.AucWith), Fine(module.AucWithout), Signed(module.AucWithout - module.AucWith),
            Fine(module.Predicted), Fine(module.Observed), Signed(module.Predicted - module.Observed),
        }));

    private static string Cut(LandmarkResult at) => at.Day is { } day ? $"day {day}" : "all weeks";

    private static string Auc(LandmarkResult at) => $"{Plain(at.Auc)} [{Plain(at.AucInterval.Low)}, {Plain(at.AucInterval.High)}]";
}
