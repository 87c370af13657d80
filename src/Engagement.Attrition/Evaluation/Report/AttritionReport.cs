using Engagement.Attrition.Evaluation.Plots;
using static System.FormattableString;

namespace Engagement.Attrition.Evaluation.Report;

/// <summary>What an evaluation found as a page of Markdown, and the pictures that lie beside it.</summary>
public static class AttritionReport
{
    /// <param name="result">What was found.</param>
    /// <param name="machine">Where: processors, memory, system.</param>
    /// <param name="at">When.</param>
    public static string Write(AttritionResult result, string machine, DateTimeOffset at) => Invariant($"""
        # Who gives up

        Written by `./engagement model evaluate` on {at:yyyy-MM-dd}: {machine}.
        {result.Data}

        Every week the model says of each learner who is still registered how likely they are to go silent, and to withdraw, from what was known by then. The reference was measured before, on the same split: a rule (days since last activity), logistic regression and XGBoost, both on 84 inputs.

        {ReferenceFigure.Table(result)}
        {string.Concat(Sections(result).Select(section => section.Text))}## Times

        {Times(result.Times)}
        ## How it is measured

        - A row is a learner of a course at a cut: day 7, 14, … of the course. Nothing later was known. Who has left is in no row.
        - **AUC**: how often one with the event is ranked above one without; equal ranks count half. In brackets where 95 % of 200 resamples lie, in which learners are drawn anew with all their weeks.
        - **PR-AUC**: average precision; chance gets the base rate.
        - **Brier**, **log loss**: how far probabilities are from what happened, squared and by logarithm; less is better.
        - **ECE**: how far mean prediction and share of events lie apart in ten bins of equal width, mean by rows.
        - **Intercept, slope**: of what happened on the logit of the probability; 0 and 1 are right.
        - So many **per cent a week**: in each course and week the highest scores, rounded to whole learners, at least one; equal scores by lot. Recall is of all events of all weeks. **By expected events**: the share of all learners of that week, given to courses in proportion to the sum of their probabilities.

        ## Run it

        `./engagement model evaluate --oulad DIR`, DIR with the files of the Open University Learning Analytics Dataset (Kuzilek, Hlosta, Zdrahal, Scientific Data 4:170171, 2017, CC BY 4.0).

        """);

    /// <summary>The pictures that the page shows.</summary>
    /// <returns>By the name of their file: SVG documents.</returns>
    public static IReadOnlyDictionary<string, string> Pictures(AttritionResult result)
    {
        var pictures = new Dictionary<string, string>();
        foreach (var section in Sections(result))
        {
            if (section.Result.Model.Pooled.Reliability is not { } reliability)
                throw new ArgumentException($"{section.Result.Model.Name} has no probabilities: what is evaluated first has to", nameof(result));
            pictures.Add(section.ReliabilityFile, ReliabilityPlot.Draw($"{section.Title}: predicted and observed", reliability.Bins));
            pictures.Add(section.CapacityFile, CapacityPlot.Draw($"{section.Title}: what pointing learners out finds", section.Result.Model.Shares));
        }
        return pictures;
    }

    private static TaskSection[] Sections(AttritionResult result) =>
    [
        new("Goes silent", "Of those active in the 14 days before: no activity in the 14 days after.", "attrition-silent", result.Silent),
        new("Withdraws", "Of those registered: withdraws within 14 days.", "attrition-withdraws", result.Withdraws),
    ];

    private static string Times(AttritionTimes times) => Markdown.Table(["step", "time"],
    [
        ["files to tables", Invariant($"{times.Import:0.0} s")],
        ["features of all cuts", Invariant($"{times.Features:0.0} s")],
        ["features of one cut, all courses", Invariant($"{times.Landmark:0.00} s")],
        [Invariant($"fit: {times.FitRows:N0} rows, {times.FitColumns:N0} inputs"), Invariant($"{times.Fit:0.0} s")],
        ["scoring a row", Invariant($"{times.ScoringRow * 1e6:0.00} µs")],
        ["all of it, from nothing", Invariant($"{times.Whole:N0} s")],
    ]);
}
