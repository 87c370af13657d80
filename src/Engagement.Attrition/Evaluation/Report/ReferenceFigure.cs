namespace Engagement.Attrition.Evaluation.Report;

/// <summary>A figure of ours beside that of the reference, and what it shall be.</summary>
/// <param name="What">In words, with its unit.</param>
/// <param name="Is">Ours, by whichever trainer.</param>
/// <param name="Rule">Days since last activity; "" where it has none, as with the others.</param>
/// <param name="Logistic">Of the reference: logistic regression, L2, 84 inputs.</param>
/// <param name="Boosted">Of the reference: XGBoost on the same inputs.</param>
/// <param name="Bound">Null: no goal.</param>
internal sealed record ReferenceFigure(string What, Func<ReferenceFigure.Made, double> Is, string Rule, string Logistic, string Boosted, Bound? Bound)
{
    /// <summary>Source of the reference's figures: measured once, before this model was made, trained on 2013B to 2014B and evaluated on all
    /// weeks of 2014J, AAA to EEE.</summary>
    public static readonly IReadOnlyList<ReferenceFigure> All =
    [
        new("silent: AUC", by => by.Silent.Pooled.Auc, "0.709", "0.854", "0.862", Bound.AtLeast(0.875)),
        new("silent: AUC at day 14", by => Auc(by.Silent, 14), "", "0.852", "0.861", Bound.Above(0.861)),
        new("silent: AUC at day 28", by => Auc(by.Silent, 28), "", "0.869", "0.874", Bound.Above(0.874)),
        new("silent: AUC at day 56", by => Auc(by.Silent, 56), "", "0.875", "0.883", Bound.Above(0.883)),
        new("silent: ECE", by => Ece(by.Silent), "", "0.004", "0.005", Bound.AtMost(0.005)),
        new("silent: precision, 5 % a week", by => AtDefault(by.Silent).Precision, "", "0.453", "", Bound.AtLeast(0.5)),
        new("silent: recall, 5 % a week", by => AtDefault(by.Silent).Recall, "", "0.204", "", null),
        new("withdraws: AUC", by => by.Withdraws.Pooled.Auc, "0.641", "0.796", "0.794", Bound.AtLeast(0.82)),
        new("withdraws: ECE", by => Ece(by.Withdraws), "", "0.003", "", Bound.AtMost(0.004)),
        new("fit of all rows, s", by => by.Fit, "", "14 to 20", "31 to 124", Bound.AtMost(10)),
        new("features of one cut, s", by => by.Landmark, "", "about 1", "", Bound.AtMost(1)),
        new("scoring a row, µs", by => by.ScoringRow * 1e6, "", "1 to 2", "", Bound.AtMost(1)),
    ];

    /// <summary>Of withdrawals, what the same reference caught a week or more ahead at 5 % a week.</summary>
    public const string Lead = "the rule 14 %, chance 17 %, the model 33 %, with 21 days of cool-down 52 %";

    public static string Table(AttritionResult result)
    {
        var own = new Made(result.Silent.Model, result.Withdraws.Model, result.Times.Fit, result.Times.Landmark, result.Times.ScoringRow);
        var others = result.Silent.Others.Zip(result.Withdraws.Others, (silent, withdraws) =>
            new Made(silent.Model, withdraws.Model, Math.Max(silent.Fit, withdraws.Fit))).ToList();
        return Markdown.Table(
            ["figure", "is", .. result.Silent.Others.Select(other => $"by {other.Trainer}"), "rule", "logistic", "XGBoost", "shall be", ""],
            All.Select(figure => (figure, Is: figure.Is(own))).Select(row => (string[])
            [
                row.figure.What, Spelled.Fine(row.Is), .. others.Select(row.figure.Is).Select(figure => double.IsNaN(figure) ? "" : Spelled.Fine(figure)),
                row.figure.Rule, row.figure.Logistic, row.figure.Boosted, row.figure.Bound?.ToString() ?? "", row.figure.Bound?.Verdict(row.Is) ?? "",
            ]));
    }

    private static double Auc(ContenderResult model, int day) => model.Landmarks.Single(landmark => landmark.Day == day).Auc;

    private static double Ece(ContenderResult model) => model.Pooled.Reliability?.Ece ?? double.NaN;

    private static PrecisionRecall AtDefault(ContenderResult model) => model.At(ContenderResult.DefaultPercent).PerCourse;

    /// <summary>The models of both tasks as one trainer makes them, and seconds: of the longer fit, and what is measured once (NaN with others).</summary>
    internal sealed record Made(ContenderResult Silent, ContenderResult Withdraws, double Fit, double Landmark = double.NaN, double ScoringRow = double.NaN);
}
