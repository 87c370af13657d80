using Engagement.People;
using Engagement.Web.Answers;

namespace Engagement.Web.Operations;

/// <summary>Whether the product works: of no learner. Errors as <see cref="PageReader"/> has them. Thread-safe.</summary>
public sealed class OperationQueries(PageReader reader)
{
    /// <summary>What could not be used in the last 30 days, by rule, most first.</summary>
    public async Task<IReadOnlyList<RejectedRule>> RejectedAsync(Viewer viewer, CancellationToken cancel) => await AskAsync<RejectedRule>(viewer, """
        SELECT toString(rule) AS rule, toInt64(count()) AS statements, max(r.rejected_at) AS newest_at FROM rejected_events AS r FINAL
        WHERE r.rejected_at > now() - INTERVAL 30 DAY GROUP BY rule ORDER BY statements DESC, rule
        """, cancel);

    /// <summary>How telling of alerts went in the last 30 days, by channel.</summary>
    public async Task<IReadOnlyList<ChannelFigures>> ChannelsAsync(Viewer viewer, CancellationToken cancel) => await AskAsync<ChannelFigures>(viewer, """
        SELECT toString(channel) AS channel, toInt64(countIf(state = 'delivered')) AS delivered, toInt64(countIf(state = 'failed')) AS waiting,
            toInt64(countIf(state = 'given-up')) AS given_up, maxIf(at, state = 'delivered') AS newest_at
        FROM
        (
            SELECT channel, event_id, argMax(d.state, d.try) AS state, max(d.at) AS at FROM deliveries AS d
            WHERE event_id != toUUID('00000000-0000-0000-0000-000000000000') AND d.at > now() - INTERVAL 30 DAY GROUP BY channel, event_id
        )
        GROUP BY channel ORDER BY channel
        """, cancel);

    /// <summary>The models there are, newest first.</summary>
    public async Task<IReadOnlyList<ModelFigures>> ModelsAsync(Viewer viewer, CancellationToken cancel) => await AskAsync<ModelFigures>(viewer, """
        SELECT m.model_id AS id, toString(m.task) AS task, toString(m.kind) AS kind, m.trained_at AS trained_at, m.row_count AS rows, m.base_rate AS base_rate,
            (m.model_id IN (SELECT argMax(model_id, switched_at) FROM model_switches GROUP BY task))::Bool AS is_in_use
        FROM models AS m ORDER BY m.trained_at DESC LIMIT 100
        """, cancel);

    /// <summary>What each step did last, and what lies before it, in the order that an event takes.</summary>
    public async Task<IReadOnlyList<StepFigures>> StepsAsync(Viewer viewer, CancellationToken cancel) => await AskAsync<StepFigures>(viewer, """
        SELECT step, newest_at, waiting, lag_seconds FROM
        (
            SELECT 'ingest' AS step, if(count() = 0, NULL, max(s.stored_at)) AS newest_at, NULL::Nullable(Int64) AS waiting,
                if(countIf(s.stored_at > now() - INTERVAL 1 HOUR) = 0, NULL, quantileIf(0.95)(toFloat64(s.stored_at) - toFloat64(s.broker_at), s.stored_at > now() - INTERVAL 1 HOUR)) AS lag_seconds
            FROM statements AS s
            UNION ALL
            SELECT 'metrics', (SELECT if(count() = 0, NULL, max(r.started_at)) FROM metrics_runs AS r), toInt64(count())::Nullable(Int64),
                if(count() = 0, 0., greatest(0., toFloat64(now64(3)) - toFloat64(min(t.since))))::Nullable(Float64)
            FROM (SELECT min(touched_at) AS since FROM touches GROUP BY touch_id, learner_id HAVING sum(sign) > 0) AS t
            UNION ALL
            SELECT 'risk', if(count() = 0, NULL, max(k.scored_at)), NULL, NULL FROM risk_scores AS k
            UNION ALL
            SELECT 'alerts', if(count() = 0, NULL, max(a.recorded_at)), NULL, NULL FROM alert_events AS a
        )
        ORDER BY indexOf(['ingest', 'metrics', 'risk', 'alerts'], step)
        """, cancel);

    private async Task<IReadOnlyList<T>> AskAsync<T>(Viewer viewer, string sql, CancellationToken cancel) =>
        viewer.IsAny(ViewerRoles.Operator) ? await reader.ListAsync<T>(sql, [], cancel) : [];
}

/// <summary>A step of the pipeline.</summary>
/// <param name="Step">ingest, metrics, risk or alerts.</param>
/// <param name="NewestAt">When it last did something; null: never.</param>
/// <param name="Waiting">Of metrics: touches of learners that are not computed yet; null: not counted.</param>
/// <param name="LagSeconds">Of ingest: from the broker into the table, of 95 % of the last hour's statements; of metrics: how long the oldest touch waits; null: not known.</param>
public sealed record StepFigures(string Step, DateTimeOffset? NewestAt, long? Waiting, double? LagSeconds);

/// <summary>A rule, and what it refused.</summary>
public sealed record RejectedRule(string Rule, long Statements, DateTimeOffset NewestAt);

/// <summary>A channel, and what it was told of alerts.</summary>
public sealed record ChannelFigures(string Channel, long Delivered, long Waiting, long GivenUp, DateTimeOffset NewestAt);

/// <summary>A model of who gives up.</summary>
public sealed record ModelFigures(Guid Id, string Task, string Kind, DateTimeOffset TrainedAt, long Rows, double BaseRate, bool IsInUse);
