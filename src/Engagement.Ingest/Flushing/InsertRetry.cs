using System.Net.Sockets;
using Engagement.ClickHouse;

namespace Engagement.Ingest.Flushing;

/// <summary>
/// Decides what a failed write means: an outage, to be waited for as long as it takes, or a fault of ours or of the schema, that
/// no waiting mends. Giving up on an outage would make the outcome unknowable; waiting loses nothing, as Kafka keeps the messages.
/// </summary>
/// <param name="first">First wait.</param>
/// <param name="cap">Longest wait.</param>
/// <param name="random">Numbers from 0 to 1, so that many workers do not come back at once.</param>
internal sealed class InsertRetry(TimeSpan first, TimeSpan cap, Func<double> random)
{
    private const int TooManyParts = 252;

    // Each try adds parts to a table that has too many, so it is given time to merge them.
    private const int TooManyPartsFactor = 8;

    // By ClickHouse's ErrorCodes.cpp: the query, the rows or the schema are wrong, or we are not let in.
    private static readonly HashSet<int> Hopeless =
    [
        6, 16, 20, 26, 27, 33, 36, 38, 41, 43, 44, 46, 47, 48, 50, 53, 60, 62, 69, 70, 72, 73, 80, 81, 115, 117, 130, 131, 190,
        192, 193, 194, 195, 321, 349, 452, 469, 497, 516, 691,
    ];

    /// <param name="failure">What the write ended with.</param>
    /// <param name="attempt">1 for the first that failed.</param>
    /// <returns>Time to wait before the next try; null where there is to be none.</returns>
    public TimeSpan? Wait(Exception failure, int attempt)
    {
        if (!IsOutage(failure)) return null;
        var factor = failure is ClickHouseException { Code: TooManyParts } ? TooManyPartsFactor : 1;
        var wait = first * Math.Pow(2, Math.Min(attempt - 1, 30)) * factor;
        if (wait > cap) wait = cap;
        return wait * (0.5 + random() / 2);
    }

    private static bool IsOutage(Exception failure) => failure switch
    {
        ClickHouseException e => !Hopeless.Contains(e.Code),
        HttpRequestException or IOException or SocketException or TimeoutException => true,
        Confluent.Kafka.KafkaException => true,
        _ => false,
    };
}
