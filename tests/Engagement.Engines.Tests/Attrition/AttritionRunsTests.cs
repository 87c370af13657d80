using Engagement.Attrition;
using Engagement.Attrition.Keeping;
using Engagement.Attrition.Retraining;
using Engagement.Attrition.Scoring;
using Engagement.Attrition.Watching;
using Engagement.Simulator;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Attrition;

/// <summary>
/// The worker's runs on a simulated course, in the order of its days: scored while it goes on, looked back at, and learnt from once it is
/// over. One test, as each step needs what the one before has left.
/// </summary>
public sealed class AttritionRunsTests(SimulatedDatabase database) : IClassFixture<SimulatedDatabase>
{
    private readonly SetTime _clock = new();

    private ModelStore Models => new(database.ClickHouse, _clock);

    private ScoringRun Scoring => new(database.ClickHouse, Models, _clock, Options.Create(new AttritionOptions()));

    private RetrainingRun Retraining => new(database.ClickHouse, Models, _clock, Options.Create(new AttritionOptions()), AttritionTrainers.BuiltIn);

    private WatchRun Watch => new(database.ClickHouse, Models, _clock, Options.Create(new AttritionOptions()));

    [Fact]
    public async Task A_course_is_scored_watched_and_learnt_from()
    {
        // While it runs, only the rank can be believed.
        _clock.Now = At(10, 8);
        var first = await Scoring.RunAsync();
        Assert.Equal(database.Day(10), first.Day);
        Assert.True(first.Scored > 100);
        Assert.Equal(first.Scored, first.Changed);
        Assert.Equal("0", await AskAsync("SELECT countIf(is_shown) FROM risk_scores"));
        Assert.Equal("1", await AskAsync("SELECT min(place) FROM risk_scores"));
        Assert.True(await CountAsync("SELECT count() FROM risk WHERE situation = 'never-started' AND place IS NULL") > 5);
        Assert.Equal("0", await AskAsync("SELECT countIf(length(reasons) > 3) FROM risk_scores"));

        // An hour later nothing has changed; the next day everything is told anew.
        _clock.Now = At(10, 9);
        Assert.Equal(new ScoringResult(database.Day(10), first.Scored, 0), await Scoring.RunAsync());
        _clock.Now = At(11, 8);
        var next = await Scoring.RunAsync();
        Assert.Equal(next.Scored, next.Changed);
        Assert.Equal((first.Scored + next.Scored).ToString(), await AskAsync("SELECT count() FROM risk_scores"));

        // Too early for looking back and for learning.
        Assert.Null(await Watch.RunAsync());
        Assert.False(await Retraining.IsDueAsync());
        Assert.Equal("no run of a course has finished yet", (await Retraining.RunAsync()).WhyNot);

        // Two weeks later it is known what came of it.
        _clock.Now = At(24, 8);
        var watched = await Watch.RunAsync();
        Assert.NotNull(watched);
        Assert.Equal(database.Day(10), watched.Cut);
        Assert.InRange(watched.EventRate, 0.05, 0.95);
        Assert.True(watched.Auc > 0.7, $"AUC {watched.Auc}");
        Assert.NotEmpty(watched.Shifts);
        Assert.Equal([watched.Cut], (await Models.WatchedAsync(5)).Select(row => row.Cut));

        // Once it is over, a model learns from it.
        _clock.Now = At(7 * 6 + 40, 8);
        var starter = await Models.InUseAsync();
        Assert.True(await Retraining.IsDueAsync());
        var trained = await Retraining.RunAsync();
        Assert.Null(trained.WhyNot);
        Assert.True(trained.IsInUse, $"{trained.Candidate} is worse than {trained.InUse}");
        var learnt = await Models.InUseAsync();
        Assert.Equal(trained.Model, learnt.Id);
        Assert.NotEqual(starter.Id, learnt.Id);
        Assert.Equal([database.Simulation.Course.Id], learnt.Courses);
        Assert.Equal("2", await AskAsync("SELECT count() FROM models"));
        Assert.False(await Retraining.IsDueAsync());
        Assert.Equal("the newest model has learnt from the same rows", (await Retraining.RunAsync()).WhyNot);

        // From then on its probabilities are shown.
        _clock.Now = At(12, 8);
        await Scoring.RunAsync();
        Assert.Equal("0", await AskAsync("SELECT countIf(probability IS NULL AND place IS NOT NULL) FROM risk"));
        Assert.Equal(learnt.Id.ToString(), await AskAsync("SELECT DISTINCT model_id FROM risk_scores WHERE is_shown"));
    }

    private DateTimeOffset At(int day, int hour) => new(database.Day(day), new TimeOnly(hour, 0), TimeSpan.Zero);

    private async Task<string?> AskAsync(string sql) => await database.ClickHouse.ScalarAsync(sql);

    private async Task<int> CountAsync(string sql) => int.Parse((await AskAsync(sql))!, System.Globalization.CultureInfo.InvariantCulture);
}
