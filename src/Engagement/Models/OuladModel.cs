using System.Diagnostics;
using Engagement.Adapters;
using Engagement.Attrition;
using Engagement.Attrition.Evaluation.Report;
using Engagement.Attrition.Features;
using Engagement.Attrition.Oulad;
using Engagement.Attrition.Training;
using Engagement.Hosting;
using Engagement.Processes;

namespace Engagement.Models;

/// <summary>OULAD's files → an evaluated model of each task, over a ClickHouse of its own or one that the settings name.</summary>
internal sealed class OuladModel(Settings settings, IProgress<string> progress)
{
    private const int TimedDay = 56;
    private const int TimedRuns = 8;

    /// <summary>All that an evaluation tells, and the models it tells of.</summary>
    public async Task<(AttritionResult Result, IReadOnlyList<ModelDocument> Models)> EvaluateAsync(string folder, string? groupsFile, CancellationToken stop)
    {
        var whole = Stopwatch.StartNew();
        await using var database = await Database.OpenAsync(settings, stop);

        var groups = groupsFile is null ? new Dictionary<string, IReadOnlyDictionary<Guid, string>>() : await new OuladGroups(database.Client).ReadAsync(groupsFile, stop);
        var import = await SecondsAsync(() => new OuladImport(database.Client, TimeProvider.System).RunAsync(folder, progress, stop));
        progress.Report("features");
        var query = new PersonWeeksQuery(database.Client);
        PersonWeeks weeks = null!;
        var features = await SecondsAsync(async () => weeks = await query.AskAsync(Cuts.Weekly, stop));
        var landmark = double.PositiveInfinity;
        for (var run = 0; run < TimedRuns; run++)
            landmark = Math.Min(landmark, await SecondsAsync(() => query.AskAsync(Cuts.OnDay(TimedDay), stop)));
        var withdrawals = await WithdrawalDays.AskAsync(database.Client, weeks, stop);

        // The product's own first, as every build has it; what a worker is set to train with stands beside.
        var trainers = AttritionTrainers.BuiltIn;
        var others = BuiltWith.AllTrainers.Where(other => other != trainers).ToList();
        var silent = new OuladEvaluation(AttritionTask.GoesSilent, weeks, trainers, others, progress);
        var silentResult = silent.Evaluate(eventDays: null, groups);
        var withdraws = new OuladEvaluation(AttritionTask.Withdraws, weeks, trainers, others, progress);
        var withdrawsResult = withdraws.Evaluate(withdrawals, groups);
        var slowest = silent.Fit > withdraws.Fit ? silent : withdraws;
        var scoring = Math.Max(silent.ScoringRow().TotalSeconds, withdraws.ScoringRow().TotalSeconds);
        var times = new AttritionTimes(
            import, features, landmark, slowest.Fit.TotalSeconds, slowest.Model.Rows, FeatureList.All.Count, scoring, whole.Elapsed.TotalSeconds);
        return (new AttritionResult(OuladEvaluation.Data, silentResult, withdrawsResult, times), [silent.Model, withdraws.Model]);
    }

    /// <summary>The model that the product brings along.</summary>
    public async Task<ModelDocument> StarterAsync(string folder, CancellationToken stop)
    {
        await using var database = await Database.OpenAsync(settings, stop);
        await new OuladImport(database.Client, TimeProvider.System).RunAsync(folder, progress, stop);
        progress.Report("training");
        return OuladStarter.Train(await new PersonWeeksQuery(database.Client).AskAsync(Cuts.Weekly, stop));
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}
