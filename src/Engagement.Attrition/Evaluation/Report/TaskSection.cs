using static System.FormattableString;

namespace Engagement.Attrition.Evaluation.Report;

/// <summary>The part of the page that is about one task.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Question">What is asked of whom.</param>
/// <param name="File">What its pictures' names begin with.</param>
/// <param name="Result">What was found.</param>
internal sealed record TaskSection(string Title, string Question, string File, TaskResult Result)
{
    public string ReliabilityFile => $"{File}-reliability.svg";

    public string CapacityFile => $"{File}-capacity.svg";

    public string Text => $"""
        ## {Title}

        {Question}

        ### How well it ranks, how right its probabilities are

        {TaskTables.Figures(Result.Model)}
        ![What was predicted, and what happened]({ReliabilityFile})

        The same rows, ranked otherwise; AUC, and PR-AUC and ECE of all weeks:

        {TaskTables.Ranked(Result.Contenders)}
        ### What pointing learners out finds

        Precision / recall, the same share of each course a week; and with the same budget cut across courses by expected events.

        {TaskTables.Shares(Result.Contenders)}
        ![Precision and recall by the share that is pointed out]({CapacityFile})

        {Leads}{Additions}{Unseen}{Fairness}
        """;

    private string Leads => Result.Contenders.All(contender => contender.Leads.Count == 0) ? "" : Invariant($"""
        ### In time

        At {ContenderResult.DefaultPercent} % a week per course: who was pointed out at least 7 days before, at any time, and within the 6 weeks before; and how many of all learners were pointed out at least once. With cool-down nobody is again for 21 days, and the next in rank is instead. The reference had caught: {ReferenceFigure.Lead}. How far back it counted is not known: compare with chance in this table.

        {TaskTables.Leads(Result.Contenders)}

        """);

    private string Additions => Result.Additions.Count == 0 ? "" : $"""
        ### What each addition bought

        Each line has what the lines above it have. In brackets: the difference to the line before.

        {AdditionsTable.Of(Result.Additions)}

        """;

    private string Unseen => Result.Unseen.Count == 0 ? "" : $"""
        ### In a module it has never seen

        Trained without the module, and evaluated on it: the ranking, and how far probabilities are off.

        {TaskTables.Unseen(Result.Unseen)}

        """;

    private string Fairness => Result.Fairness.Count == 0 ? "" : Invariant($"""
        ### By group

        At {ContenderResult.DefaultPercent} % a week per course. A ratio is to the highest figure of a group that has at least {FairnessAudit.LeastCases} events, for precision also as many alerts; where a group has fewer, it would say little and is not given. **Bold**: below {FairnessAudit.LeastRatio}. Groups are not known to the model.
        {string.Concat(Result.Fairness.Select(FairnessTable.Of))}

        """);
}
