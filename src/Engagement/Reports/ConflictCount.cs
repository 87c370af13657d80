using Engagement.ClickHouse;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>How often an id came again with other content, over all data there is; nothing where it never did.</summary>
internal sealed class ConflictCount(ClickHouseClient client)
{
    public async Task PrintAsync(IAnsiConsole console, CancellationToken cancel)
    {
        var count = await client.ScalarAsync("SELECT count() FROM conflicts FINAL", cancel: cancel);
        if (count == "0") return;
        console.WriteLine($"{count} {(count == "1" ? "conflict" : "conflicts")}: the same id with other content; the first stored counts (table conflicts)");
    }
}
