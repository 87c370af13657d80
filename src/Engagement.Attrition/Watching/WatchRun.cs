using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Features;
using Engagement.Attrition.Keeping;
using Engagement.ClickHouse;
using Microsoft.Extensions.Options;

namespace Engagement.Attrition.Watching;

/// <summary>
/// Compares what was predicted 14 days ago with what has happened since, and learners' features now with those the model was trained
/// on: a row of <c>model_watch</c>. May be repeated. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class WatchRun(ClickHouseClient clickHouse, ModelStore models, TimeProvider clock, IOptions<AttritionOptions> options)
{
    private const int MostShifts = 10;

    private readonly ScoringDay _day = new(clickHouse, clock, options.Value.AsOf);

    /// <returns>Null: nobody was scored then.</returns>
    public async Task<Watched?> RunAsync(CancellationToken cancel = default)
    {
        if (await _day.AskAsync(cancel) is not { } day) return null;
        var cut = day.AddDays(-PersonWeeksQuery.HorizonDays);
        var predicted = await PredictedAsync(cut, cancel);
        if (predicted.Count == 0) return null;
        var query = new PersonWeeksQuery(clickHouse);
        var then = AttritionTask.GivesUp.Of(await query.AskAsync(Cuts.OnDate(cut), cancel));
        var scored = Scored(then, predicted);
        if (scored.Rows == 0) return null;
        var auc = new Ranking(scored).Auc();
        var now = AttritionTask.GivesUp.Of(await query.AskAsync(Cuts.OnDate(day), cancel));
        var model = await models.InUseAsync(cancel);
        var result = new Watched(cut, scored.Rows, scored.Score.Average(), (double)scored.Events / scored.Rows, double.IsNaN(auc) ? null : auc,
            model.Document.Logistic is { } logistic ? InputShift.Of(now.Features, logistic) : []);
        await clickHouse.InsertRowsAsync("model_watch", [new
        {
            result.Cut, WatchedAt = clock.GetUtcNow(), result.Scored, result.MeanProbability, result.EventRate, result.Auc,
            Shifts = result.Shifts.Take(MostShifts),
        }], cancel);
        return result;
    }

    private async Task<Dictionary<(string, Guid), double>> PredictedAsync(DateOnly cut, CancellationToken cancel)
    {
        var found = new Dictionary<(string, Guid), double>();
        await foreach (var row in clickHouse.QueryAsync<Predicted>("""
            SELECT course_id, learner_id, argMax(assumeNotNull(s.probability), scored_at) AS probability FROM risk_scores AS s
            WHERE cut = {cut:Date32} AND s.probability IS NOT NULL GROUP BY course_id, learner_id
            """, [("cut", cut)], cancel))
            found[(row.CourseId, row.LearnerId)] = row.Probability;
        return found;
    }

    // Who is not found any more has been erased, or was scored by statements that turned out void.
    private static ScoredWeeks Scored(PersonWeeks weeks, Dictionary<(string, Guid), double> predicted)
    {
        var scores = Enumerable.Range(0, weeks.Rows)
            .Select(row => predicted.GetValueOrDefault((weeks.Courses[weeks.Course[row]], weeks.Learners[weeks.Learner[row]]), double.NaN)).ToArray();
        int[] rows = [.. Enumerable.Range(0, weeks.Rows).Where(row => !double.IsNaN(scores[row]))];
        return new ScoredWeeks(weeks.Course, weeks.Learner, weeks.Day, scores, AttritionTask.GivesUp.Labels(weeks)).Pick(rows);
    }

    private sealed record Predicted(string CourseId, Guid LearnerId, double Probability);
}

/// <summary>What was predicted at a cut, and what happened.</summary>
/// <param name="Cut">Day up to whose end was known what learners did.</param>
/// <param name="Scored">Learners of courses.</param>
/// <param name="MeanProbability">Predicted, 0 to 1.</param>
/// <param name="EventRate">The share that gave up, 0 to 1.</param>
/// <param name="Auc">Null: nobody, or everybody, gave up.</param>
/// <param name="Shifts">Of the features of learners now; largest first.</param>
public sealed record Watched(
    DateOnly Cut, int Scored, double MeanProbability, double EventRate, double? Auc, IReadOnlyList<InputShift> Shifts);
