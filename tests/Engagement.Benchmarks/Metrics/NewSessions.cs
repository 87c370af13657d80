using System.Globalization;
using Engagement.Benchmarks.Machines;
using Engagement.Benchmarks.Reports;
using Engagement.Ingest.Reading;

namespace Engagement.Benchmarks.Metrics;

/// <summary>Some learners do something new, and their numbers are computed again.</summary>
internal sealed class NewSessions(EngineProcess engine, Computation computation)
{
    private const int Times = 5;

    private static readonly string Insert = BenchmarkSql.Read("new_sessions")
        .Replace("<columns>", string.Join(", ", StatementRow.Columns.Select(column => column.Name)), StringComparison.Ordinal);

    private uint _draw;

    /// <param name="share">Of all learners, where that is what is meant.</param>
    /// <param name="count">How many.</param>
    public async Task<TouchedLearners> TouchAsync(double? share, long count)
    {
        var (seconds, statements) = (new List<double>(), new List<double>());
        for (var time = 0; time < Times; time++)
        {
            statements.Add(await InsertAsync(count));
            seconds.Add((await computation.OfTouchedAsync()).Seconds);
        }
        return new TouchedLearners(share, count, (long)Percentile.Median(statements), seconds);
    }

    /// <returns>Statements these learners have now.</returns>
    private async Task<long> InsertAsync(long count)
    {
        var client = engine.Client;
        await client.ExecuteAsync("CREATE OR REPLACE TABLE chosen_learners (learner_id UUID) ENGINE = Memory");
        await client.ExecuteAsync(BenchmarkSql.Read("choose_learners"), [("draw", _draw++), ("count", count)]);
        var stored = TimeProvider.System.GetUtcNow();
        var storedMicros = stored.ToUnixTimeMilliseconds() * 1000;
        await client.ExecuteAsync(Insert, [("stored_us", storedMicros)]);
        // As ingest has it: after the statements, with the span of their stored_at.
        await client.ExecuteAsync("""
            INSERT INTO touches (touch_id, learner_id, stored_from, stored_until, touched_at)
            SELECT {touch:UUID}, learner_id, fromUnixTimestamp64Micro({from:Int64}, 'UTC'), fromUnixTimestamp64Micro({until:Int64}, 'UTC'), {touched_at:DateTime64(6, 'UTC')}
            FROM chosen_learners
            """, [("touch", Guid.NewGuid()), ("from", storedMicros), ("until", storedMicros + count * 10), ("touched_at", stored)]);
        return long.Parse((await client.ScalarAsync(
            "SELECT count() FROM statements WHERE learner_id IN (SELECT learner_id FROM chosen_learners)"))!, CultureInfo.InvariantCulture);
    }
}
