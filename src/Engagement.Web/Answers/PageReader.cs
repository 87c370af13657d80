using Engagement.ClickHouse;

namespace Engagement.Web.Answers;

/// <summary>
/// Asks ClickHouse for a page. Errors as <see cref="ClickHouseClient"/> has them; a query that takes longer than <see cref="Patience"/> is stopped and
/// counts as an outage, and one whose reader has left is stopped too. Thread-safe.
/// </summary>
public sealed class PageReader(ClickHouseClient clickHouse)
{
    /// <summary>Time a reader can be expected to wait.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(15);

    // Else a time has no zone, and can't be read as one.
    private const string Iso = " SETTINGS date_time_output_format = 'iso'";

    /// <param name="sql">Without settings of its own.</param>
    /// <param name="parameters">Values of its parameters.</param>
    /// <param name="cancel">Stops the query.</param>
    internal async Task<List<T>> ListAsync<T>(string sql, (string Name, object? Value)[] parameters, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await clickHouse.ListAsync<T>(sql + Iso, parameters, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"ClickHouse took longer than {Patience.TotalSeconds:0} s over a page's query");
        }
    }
}
