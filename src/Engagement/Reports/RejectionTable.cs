using Engagement.ClickHouse;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>What was refused since a moment, by rule and reason, most frequent first.</summary>
internal sealed class RejectionTable(ClickHouseClient client)
{
    private const int Most = 50;

    private sealed record Refusal(long Count, string Rule, string Path, string Reason);

    public async Task PrintAsync(IAnsiConsole console, DateTimeOffset since, CancellationToken cancel)
    {
        var refusals = await client.ListAsync<Refusal>("""
            SELECT count() AS count, rule, path, reason FROM rejected_events FINAL
            WHERE rejected_at >= {since:DateTime64(6)}
            GROUP BY rule, path, reason ORDER BY count DESC, rule, path LIMIT {most:UInt32}
            """, [("since", since), ("most", Most)], cancel);
        foreach (var refusal in refusals) console.WriteLine($"{refusal.Count,10}  {refusal.Rule} at {refusal.Path}: {refusal.Reason}");
        if (refusals.Count == Most) console.WriteLine("            … and more: ask the table rejected_events");
    }
}
