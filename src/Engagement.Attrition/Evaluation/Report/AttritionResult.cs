namespace Engagement.Attrition.Evaluation.Report;

/// <summary>All that an evaluation found.</summary>
/// <param name="Data">What was trained on and what was evaluated on: sentences.</param>
/// <param name="Silent">The task "goes silent".</param>
/// <param name="Withdraws">The task "withdraws".</param>
/// <param name="Times">How long it took.</param>
public sealed record AttritionResult(string Data, TaskResult Silent, TaskResult Withdraws, AttritionTimes Times);

/// <summary>What was found of one task. What is empty is left out of the report.</summary>
/// <param name="Contenders">The model first; then what it is compared with, on the same rows.</param>
/// <param name="Additions">From the least model to the whole one.</param>
/// <param name="Unseen">Each module, once left out of the training.</param>
/// <param name="Fairness">One an attribute; at 5 % a week per course.</param>
/// <param name="Others">The model as other trainers make it, in the same order for each task; they are contenders, too.</param>
public sealed record TaskResult(
    IReadOnlyList<ContenderResult> Contenders, IReadOnlyList<Addition> Additions, IReadOnlyList<UnseenModule> Unseen,
    IReadOnlyList<FairnessAudit> Fairness, IReadOnlyList<TrainedBy> Others)
{
    /// <summary>The one that is evaluated.</summary>
    public ContenderResult Model => Contenders[0];
}

/// <summary>The model of a task as another trainer makes it.</summary>
/// <param name="Trainer">Its name.</param>
/// <param name="Model">How good it is.</param>
/// <param name="Fit">Seconds, its options known.</param>
public sealed record TrainedBy(string Trainer, ContenderResult Model, double Fit);

/// <summary>Seconds by the clock.</summary>
/// <param name="Import">Files to tables.</param>
/// <param name="Features">All cuts.</param>
/// <param name="Landmark">The features of one cut, over all courses.</param>
/// <param name="Fit">The model of the task that takes longer, once, its settings known.</param>
/// <param name="FitRows">Person-weeks it was fitted on.</param>
/// <param name="FitColumns">Inputs it was fitted on.</param>
/// <param name="ScoringRow">One row's score, its features known; of the task that takes longer.</param>
/// <param name="Whole">From nothing to the report.</param>
public sealed record AttritionTimes(
    double Import, double Features, double Landmark, double Fit, int FitRows, int FitColumns, double ScoringRow, double Whole);
