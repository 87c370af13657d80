using System.Globalization;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Simulator.Direct;

namespace Engagement.Direct;

/// <summary>
/// Fills the tables as ingest would, without Kafka: ClickHouse makes the statements itself, out of numbers. For volumes that would
/// take long to send. What is there stays; the same options again change nothing.
/// Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public static class DirectSimulation
{
    // Of about 200 statements each. ClickHouse takes half a second to understand the query, and up to 400 MB to run it.
    private const long EnrolmentsInChunk = 10_000;
    private const int ChunksAtOnce = 2;

    // The stored-at times of an enrolment's statements lie within so many microseconds, as statements.sql has it.
    private const long MicrosOfEnrolment = 200;

    // Their mean is known to within a hundredth then.
    private const long EnrolmentsCounted = 30_000;

    // The least that any hundred enrolments make on average is far more.
    private const long FewestStatements = 50;

    /// <summary>Saves the outlines, then the statements, chunk by chunk, each with its touches behind it.</summary>
    /// <param name="clickHouse">A database with the newest schema.</param>
    /// <param name="options">What to make.</param>
    /// <param name="progress">Told how many statements there are, about. Called by several threads.</param>
    /// <param name="cancel">What was made stays.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static async Task RunAsync(ClickHouseClient clickHouse, DirectOptions options, IProgress<long>? progress, CancellationToken cancel)
    {
        options.Validate();
        await SaveOutlinesAsync(clickHouse, options, cancel);
        (string, object?)[] shared = [.. DirectQueries.Parameters(options)];
        var enrolments = await CountEnrolmentsAsync(clickHouse, options, shared, cancel);
        var chunk = Math.Min(EnrolmentsInChunk, enrolments / ChunksAtOnce + 1);
        var firsts = Enumerable.Range(0, (int)((enrolments + chunk - 1) / chunk)).Select(i => i * chunk);
        var done = 0L;
        await Parallel.ForEachAsync(firsts, new ParallelOptions { MaxDegreeOfParallelism = ChunksAtOnce, CancellationToken = cancel }, async (first, stop) =>
        {
            var count = Math.Min(chunk, enrolments - first);
            await InsertAsync(clickHouse, [.. shared, ("first", first), ("count", count)], count, stop);
            progress?.Report((long)((double)Interlocked.Add(ref done, count) / enrolments * options.Statements));
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

    private static async Task<long> CountEnrolmentsAsync(
        ClickHouseClient clickHouse, DirectOptions options, (string, object?)[] shared, CancellationToken cancel)
    {
        var counted = Math.Min(EnrolmentsCounted, options.Statements / FewestStatements);
        var enrolments = await clickHouse.ScalarAsync(DirectQueries.Size, [.. shared, ("first", 0), ("count", counted)], cancel);
        return long.Parse(enrolments!, CultureInfo.InvariantCulture);
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
