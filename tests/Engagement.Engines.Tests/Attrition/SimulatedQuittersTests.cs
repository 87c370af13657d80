using Engagement.Attrition;
using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Keeping;
using Engagement.Attrition.Retraining;
using Engagement.Attrition.Scoring;
using Engagement.Attrition.Starter;
using Engagement.Attrition.Training;
using Engagement.Simulator;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace Engagement.Engines.Tests.Attrition;

/// <summary>
/// Who gives up in a run of the simulated course, and why: as found by the model that comes with the product, and by one that has learnt
/// from another run.
/// </summary>
public sealed class SimulatedQuittersTests(SimulatedDatabase database, EarlierSimulatedDatabase earlier, ITestOutputHelper output)
    : IClassFixture<SimulatedDatabase>, IClassFixture<EarlierSimulatedDatabase>
{
    // Days of the course on which there is something to tell: all have begun, and few are done.
    private static readonly int[] Days = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    private const double FlaggedShare = 0.3;

    [Fact]
    public async Task Those_who_give_up_are_found_with_their_reasons()
    {
        var starter = await FoundAsync("starter", StarterModel.Document);
        var learnt = await FoundAsync("learnt", await LearnAsync());

        Assert.True(starter.Auc >= 0.72, $"starter: AUC {starter.Auc}");
        Assert.True(learnt.Auc >= 0.76, $"learnt: AUC {learnt.Auc}");
        Assert.True(learnt.Flagged >= 8, $"only {learnt.Flagged} were flagged who gave up waiting: this shows nothing");
        Assert.True(learnt.Said >= 0.8 * learnt.Flagged, $"of {learnt.Flagged} who gave up waiting {learnt.Said} are said to wait");
    }

    private async Task<ModelDocument> LearnAsync()
    {
        var clock = new SetTime { Now = new(earlier.Day(100), default, TimeSpan.Zero) };
        var models = new ModelStore(earlier.ClickHouse, clock);
        var trained = await new RetrainingRun(earlier.ClickHouse, models, clock, Options.Create(new AttritionOptions()), AttritionTrainers.BuiltIn).RunAsync();
        Assert.True(trained.IsInUse, $"{trained.Candidate} is worse than {trained.InUse}");
        return (await models.InUseAsync()).Document;
    }

    private async Task<(double Auc, int Flagged, int Said)> FoundAsync(string name, ModelDocument model)
    {
        var found = new List<(int Day, RiskScore Score, LearnerTruth Truth)>();
        foreach (var day in Days)
            found.AddRange(RiskScores.Of(await database.WeeksAsync(day), new KeptModel(Guid.Empty, default, [], model))
                .Where(score => score.Probability is not null).Select(score => (day, score, database.Truth[score.Learner])));

        var weeks = new ScoredWeeks(
            [.. found.Select(_ => 0)], [.. found.Select((_, i) => i)], [.. found.Select(row => row.Day)],
            [.. found.Select(row => (double)row.Score.Probability!.Value)], [.. found.Select(row => row.Truth.GaveUp)]);
        foreach (var day in Days)
            output.WriteLine($"{name}, day {day}: of {weeks.At(day).Rows} learners {weeks.At(day).Events} give up, AUC {new Ranking(weeks.At(day)).Auc():0.000}");

        // Pointed out once they have given up, which nobody knows yet: the reasons are to be right when that is for the first time.
        var last = await database.LastVisitsAsync();
        var flagged = found.Where(row => row.Score.Place <= row.Score.Of * FlaggedShare && row.Truth is { GaveUp: true, Kind: LearnerKind.GivesUpWaiting }
                && database.Day(row.Day) >= last[row.Score.Learner])
            .GroupBy(row => row.Score.Learner).Select(rows => rows.MinBy(row => row.Day).Score).ToList();
        var said = flagged.Count(score => score.Explanation.Reasons.Any(reason => reason.Code is "waits-for-feedback" or "slow-feedback"));
        var auc = new Ranking(weeks).Auc();
        output.WriteLine($"{name}: AUC {auc:0.000}; of {flagged.Count} pointed out who gave up waiting, {said} are said to wait");
        foreach (var score in flagged) output.WriteLine("  " + string.Join("; ", score.Explanation.Reasons.Select(reason => reason.Text)));
        return (auc, flagged.Count, said);
    }
}
