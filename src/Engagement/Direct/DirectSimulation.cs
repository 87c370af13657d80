using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Simulator.Direct;

namespace Engagement.Direct;

/// <summary>
/// Fills the tables as ingest would, without Kafka: ClickHouse makes the statements itself, from numbers. For volumes that would
/// take long to send. What was made before stays; the same options again change nothing.
/// Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public static class DirectSimulation
{
    // Of about 200 statements each. ClickHouse takes half a second to understand the query; and 400 MB of memory to run it.
    private const int MostEnrolments = 10_000;
    private const int InsertsAtOnce = 2;

    // The stored-at times of an enrolment's statements lie within so many microseconds, as in statements.sql.
    private const int MicrosOfEnrolment = 200;

    // Tells their mean to within a hundredth.
    private const int EnrolmentsLookedAt = 30_000;

    /// <summary>Saves the outlines, then the statements, chunk by chunk, each with its touches behind it.</summary>
    /// <param name="clickHouse">Whose tables are there.</param>
    /// <param name="options">What to make.</param>
    /// <param name="progress">Told how many statements, about, are made.</param>
    /// <param name="cancel">Leaves the chunks that are made.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static async Task RunAsync(ClickHouseClient clickHouse, DirectOptions options, IProgress<long>? progress, CancellationToken cancel)
    {
        options.Validate();
        await SaveOutlinesAsync(clickHouse, options, cancel);

        (string, object?)[] shared = [.. DirectQueries.Parameters(options)];
        var looked = Math.Min(EnrolmentsLookedAt, options.Statements / 50);
        var enrolments = long.Parse((await clickHouse.ScalarAsync(
            DirectQueries.Enrolments, [.. shared, ("first", 0), ("count", looked)], cancel))!, System.Globalization.CultureInfo.InvariantCulture);

        var done = 0L;
        var chunk = Math.Min(MostEnrolments, enrolments / InsertsAtOnce + 1);
        var chunks = Enumerable.Range(0, (int)((enrolments + chunk - 1) / chunk)).Select(i => i * chunk);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InsertsAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(chunks, parallel, async (first, stop) =>
        {
            var count = Math.Min(chunk, enrolments - first);
            await InsertAsync(clickHouse, [.. shared, ("first", first), ("count", count)], count, stop);
            progress?.Report(options.Statements * Interlocked.Add(ref done, count) / enrolments);
        });
    }

    private static async Task SaveOutlinesAsync(ClickHouseClient clickHouse, DirectOptions options, CancellationToken cancel)
    {
        var outlines = new OutlineStore(clickHouse, TimeProvider.System);
        for (var course = 0; course < options.Courses; course++)
        {
            var outline = CourseOutline.Parse(DirectQueries.Outline(options, course)).Outline
                ?? throw new InvalidOperationException("The simulator's outline is not valid");
            await outlines.SaveAsync(outline, TimeProvider.System.GetUtcNow(), cancel);
        }
    }

    private static async Task InsertAsync(ClickHouseClient clickHouse, (string, object?)[] chunk, long enrolments, CancellationToken cancel)
    {
        var storedMicros = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        await clickHouse.ExecuteAsync(DirectQueries.Statements, [.. chunk, ("stored_us", storedMicros)], cancel: cancel);
        await clickHouse.ExecuteAsync(DirectQueries.Touches,
        [
            .. chunk, ("touch", Guid.NewGuid()), ("stored_us", storedMicros), ("stored_until_us", storedMicros + enrolments * MicrosOfEnrolment),
            ("touched_at", TimeProvider.System.GetUtcNow()),
        ], cancel: cancel);
    }
}
