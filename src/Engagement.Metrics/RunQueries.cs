using System.Globalization;
using Engagement.ClickHouse;

namespace Engagement.Metrics;

/// <summary>The queries of one run, by the names of their files. Thread-safe.</summary>
/// <param name="clickHouse">Where.</param>
/// <param name="run">Number of the run.</param>
/// <param name="threads">Most threads a query may use; 0: as many as the server likes.</param>
internal sealed class RunQueries(ClickHouseClient clickHouse, ulong run, int threads = 0)
{
    /// <summary>Says in the server's list of running queries whose they are.</summary>
    public const string Mark = "/* engagement metrics */ ";

    public ulong Run => run;

    /// <summary>The same with one thread a query, for several queries at once.</summary>
    public RunQueries SingleThreaded() => new(clickHouse, run, threads: 1);

    public Task StepAsync(string name, CancellationToken cancel, params (string Name, object? Value)[] more) =>
        ExecuteAsync(MetricsSql.Step(name), cancel, more);

    public Task ModelAsync(string name, CancellationToken cancel, params (string Name, object? Value)[] more) =>
        ExecuteAsync(MetricsSql.Model(name), cancel, more);

    /// <summary>A step that is the same for several tables, of which it names the key.</summary>
    public Task StepAsync(string name, ResultTable table, CancellationToken cancel, params (string Name, object? Value)[] more) =>
        ExecuteAsync(table.Fill(MetricsSql.Step(name)), cancel, more);

    public async Task<long> CountAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] more) =>
        long.Parse(await ScalarAsync(sql, cancel, more), CultureInfo.InvariantCulture);

    public async Task<string> ScalarAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] more) =>
        (await clickHouse.ScalarAsync(Mark + sql, [("run", run), .. more], cancel))!;

    public Task<List<T>> ListAsync<T>(string sql, CancellationToken cancel, params (string Name, object? Value)[] more) =>
        clickHouse.ListAsync<T>(Mark + sql, [("run", run), .. more], cancel);

    /// <summary>The one row of a step that asks.</summary>
    public async Task<T> RowAsync<T>(string name, CancellationToken cancel, params (string Name, object? Value)[] more) =>
        (await ListAsync<T>(MetricsSql.Step(name), cancel, more))[0];

    /// <summary>Drops what the run had in a work table.</summary>
    public Task DropAsync(string table) => DropAsync(table, string.Create(CultureInfo.InvariantCulture, $"{run}"));

    /// <summary>Drops what one chunk of the run had in a work table.</summary>
    public Task DropAsync(string table, uint chunk) => DropAsync(table, string.Create(CultureInfo.InvariantCulture, $"({run}, {chunk})"));

    private Task DropAsync(string table, string partition) => clickHouse.ExecuteAsync($"ALTER TABLE {table} DROP PARTITION {partition}");

    private Task ExecuteAsync(string sql, CancellationToken cancel, (string Name, object? Value)[] more) =>
        clickHouse.ExecuteAsync(Mark + sql, [("run", run), .. more], threads, cancel);
}
