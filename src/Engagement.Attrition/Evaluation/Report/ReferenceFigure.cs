namespace Engagement.Attrition.Evaluation.Report;

/// <summary>A figure of ours beside that of the reference, and what it shall be.</summary>
/// <param name="What">In words, with its unit.</param>
/// <param name="Is">Ours.</param>
/// <param name="Rule">Days since last activity; "" where it has none, as with the others.</param>
/// <param name="Logistic">Of the reference: logistic regression, L2, 84 inputs.</param>
/// <param name="Boosted">Of the reference: XGBoost on the same inputs.</param>
/// <param name="Bound">Null: no goal.</param>
internal sealed record ReferenceFigure(string What, Func<AttritionResult, double> Is, string Rule, string Logistic, string Boosted, Bound? Bound)
{
    /// <summary>Source of the reference's figures: measured once, before this model was made, trained on 2013B to 2014B and evaluated on all
    /// weeks of 2014J, AAA to EEE.</summary>
    public static readonly IReadOnlyList<ReferenceFigure> All =
    [
        new("silent: AUC", r => r.Silent.Model.Pooled.Auc, "0.709", "0.854", "0.862", Bound.AtLeast(0.875)),
        new("silent: AUC at day 14", r => Auc(r.Silent, 14), "", "0.852", "0.861", Bound.Above(0.861)),
        new("silent: AUC at day 28", r => Auc(r.Silent, 28), "", "0.869", "0.874", Bound.Above(0.874)),
        new("silent: AUC at day 56", r => Auc(r.Silent, 56), "", "0.875", "0.883", Bound.Above(0.883)),
        new("silent: ECE", r => Ece(r.Silent), "", "0.004", "0.005", Bound.AtMost(0.005)),
        new("silent: precision, 5 % a week", r => AtDefault(r.Silent).Precision, "", "0.453", "", Bound.AtLeast(0.5)),
        new("silent: recall, 5 % a week", r => AtDefault(r.Silent).Recall, "", "0.204", "", null),
        new("withdraws: AUC", r => r.Withdraws.Model.Pooled.Auc, "0.641", "0.796", "0.794", Bound.AtLeast(0.82)),
        new("withdraws: ECE", r => Ece(r.Withdraws), "", "0.003", "", Bound.AtMost(0.004)),
        new("fit of all rows, s", r => r.Times.Fit, "", "14 to 20", "31 to 124", Bound.AtMost(10)),
        new("features of one cut, s", r => r.Times.Landmark, "", "about 1", "", Bound.AtMost(1)),
        new("scoring a row, µs", r => r.Times.ScoringRow * 1e6, "", "1 to 2", "", Bound.AtMost(1)),
    ];

    /// <summary>Of withdrawals, what the same reference caught a week or more ahead at 5 % a week.</summary>
    public const string Lead = "the rule 14 %, chance 17 %, the model 33 %, with 21 days of cool-down 52 %";

    public static string Table(AttritionResult result) => Markdown.Table(
        ["figure", "is", "rule", "logistic", "XGBoost", "shall be", ""],
        All.Select(figure => (figure, Is: figure.Is(result))).Select(row => new[]
        {
            row.figure.What, Spelled.Fine(row.Is), row.figure.Rule, row.figure.Logistic, row.figure.Boosted,
            row.figure.Bound?.ToString() ?? "", row.figure.Bound?.Verdict(row.Is) ?? "",
        }));

    private static double Auc(TaskResult task, int day) => task.Model.Landmarks.Single(landmark => landmark.Day == day).Auc;

    private static double Ece(TaskResult task) => task.Model.Pooled.Reliability?.Ece ?? double.NaN;

    private static PrecisionRecall AtDefault(TaskResult task) => task.Model.At(ContenderResult.DefaultPercent).PerCourse;
}
