using Engagement.Attrition.Features;
using Engagement.Attrition.Keeping;
using Engagement.Attrition.Reasons;
using Engagement.ClickHouse;
using Microsoft.Extensions.Options;

namespace Engagement.Attrition.Scoring;

/// <summary>
/// Scores every learner as of today and adds a row of each whose risk is another than the newest of today says; on a new day, of each.
/// May be repeated, or die half way: what is missing is added by the next. Thread-safe; two at once may write a row twice.
/// Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class ScoringRun(ClickHouseClient clickHouse, ModelStore models, TimeProvider clock, IOptions<AttritionOptions> options)
{
    private readonly ScoringDay _day = new(clickHouse, clock, options.Value.AsOf);

    /// <summary>Looks at all learners once.</summary>
    public async Task<ScoringResult> RunAsync(CancellationToken cancel = default)
    {
        if (await _day.AskAsync(cancel) is not { } day) return new(null, 0, 0);
        var model = await models.InUseAsync(cancel);
        var found = RiskScores.Of(await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.OnDate(day), cancel), model);
        var known = await DigestsAsync(day, cancel);
        var scoredAt = clock.GetUtcNow();
        var rows = found.Select(score => (Score: score, Digest: score.Digest(model.Id)))
            .Where(row => known.GetValueOrDefault((row.Score.Course, row.Score.Learner)) != row.Digest)
            .Select(row => Row(row.Score, row.Digest, model.Id, day, scoredAt)).ToList();
        await clickHouse.InsertRowsAsync("risk_scores", rows, cancel);
        return new(day, found.Count, rows.Count);
    }

    private async Task<Dictionary<(string, Guid), ulong>> DigestsAsync(DateOnly day, CancellationToken cancel)
    {
        var digests = new Dictionary<(string, Guid), ulong>();
        await foreach (var row in clickHouse.QueryAsync<Known>("""
            SELECT course_id, learner_id, argMax(digest, scored_at) AS digest FROM risk_scores WHERE cut = {day:Date32} GROUP BY course_id, learner_id
            """, [("day", day)], cancel))
            digests[(row.CourseId, row.LearnerId)] = row.Digest;
        return digests;
    }

    private static object Row(RiskScore score, ulong digest, Guid model, DateOnly day, DateTimeOffset scoredAt) => new
    {
        CourseId = score.Course, Cut = day, LearnerId = score.Learner, ScoredAt = scoredAt, ModelId = model,
        Situation = score.Explanation.Situation switch
        {
            Reasons.Situation.NeverStarted => "never-started",
            Reasons.Situation.Drifting => "drifting",
            Reasons.Situation.Stalled => "stalled",
            _ => "on-track",
        },
        score.Probability, score.IsShown, score.Place, score.Of, score.Explanation.Reasons, NextStep = score.Explanation.NextStep ?? "", Digest = digest,
    };

    private sealed record Known(string CourseId, Guid LearnerId, ulong Digest);
}

/// <summary>What a look at all learners came to.</summary>
/// <param name="Day">As of; null: there was nobody.</param>
/// <param name="Scored">Learners of courses.</param>
/// <param name="Changed">Those of them whose risk was another than before, or not known yet today.</param>
public sealed record ScoringResult(DateOnly? Day, int Scored, int Changed);
