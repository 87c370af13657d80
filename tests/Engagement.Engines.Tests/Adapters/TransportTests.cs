using Engagement.Adapters;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Adapters;

/// <summary>What is asked of whoever carries requests: the product's own HTTP and, where this build has it, ClickHouse.Client.</summary>
public sealed class TransportTests
{
    public static TheoryData<string> All => [.. BuiltWith.Transports];

    private sealed record Row(long Number, string Text, Guid? Id, DateOnly On, double[] Shares);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Values_arrive_as_they_are_and_rows_come_back(string transport)
    {
        using var own = await ClickHouseEngine.NewEmptyDatabaseAsync();
        using var client = By(transport, own);
        const string Hard = "it's \\ a\ttab,\na line & {x:String} é 😀";
        var row = (await client.ListAsync<Row>(
            "SELECT {n:Int64} AS number, {t:String} AS text, {id:Nullable(UUID)} AS id, toDate('2026-03-01') AS on, {shares:Array(Float64)} AS shares",
            [("n", long.MinValue), ("t", Hard), ("id", null), ("shares", new[] { 0.5, 1e-9 })])).Single();

        Assert.Equal(transport, client.Transport);
        Assert.Equal((long.MinValue, Hard, null, new DateOnly(2026, 3, 1)), (row.Number, row.Text, row.Id, row.On));
        Assert.Equal([0.5, 1e-9], row.Shares);
        Assert.Null(await client.ScalarAsync("SELECT 1 WHERE 0"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Rows_are_inserted_in_every_form_and_once_for_a_token(string transport)
    {
        using var own = await ClickHouseEngine.NewEmptyDatabaseAsync();
        using var client = By(transport, own);
        await client.ExecuteAsync("CREATE TABLE kept (number Int64, text String) ENGINE = MergeTree ORDER BY number SETTINGS non_replicated_deduplication_window = 100");
        var rows = new RowBinaryWriter();
        rows.Int64(1);
        rows.String("one"u8);

        await client.InsertAsync("kept (number, text)", "RowBinary", rows.Written, "the same");
        await client.InsertAsync("kept (number, text)", "RowBinary", rows.Written, "the same");
        await client.InsertRowsAsync("kept", [new { Number = 2L, Text = "t'w\to" }]);
        await client.InsertAsync("kept (number, text)", "RowBinary", rows.Written, "another");

        Assert.Equal("[(1,'one'),(1,'one'),(2,'t\\'w\\to')]", await client.ScalarAsync("SELECT arraySort(groupArray((number, text))) FROM kept"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Errors_carry_the_servers_code(string transport)
    {
        using var own = await ClickHouseEngine.NewEmptyDatabaseAsync();
        using var client = By(transport, own);

        Assert.Equal(60, (await Assert.ThrowsAsync<ClickHouseException>(() => client.ScalarAsync("SELECT * FROM nowhere"))).Code);
        Assert.Equal(62, (await Assert.ThrowsAsync<ClickHouseException>(() => client.ExecuteAsync("SELEKT 1"))).Code);
        Assert.Equal(395, (await Assert.ThrowsAsync<ClickHouseException>(() => client.ListAsync<Row>("SELECT throwIf(number = 300000) FROM numbers(1000000)"))).Code);
        Assert.Equal(60, (await Assert.ThrowsAsync<ClickHouseException>(() => client.InsertRowsAsync("nowhere", [new { X = 1 }]))).Code);
        using var elsewhere = client.InDatabase("not_there");
        Assert.Equal(81, (await Assert.ThrowsAsync<ClickHouseException>(() => elsewhere.ScalarAsync("SELECT 1"))).Code);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_server_that_is_not_there_is_told_apart_from_one_that_refuses(string transport)
    {
        using var client = new ClickHouseClient(BuiltWith.Carried(new() { Url = "http://127.0.0.1:1", Client = transport }));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PingAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.ScalarAsync("SELECT 1"));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.InsertRowsAsync("nowhere", [new { X = 1 }]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_asks_as_soon_as_a_server_is_there_that_was_not(string transport)
    {
        using var own = await ClickHouseEngine.NewEmptyDatabaseAsync();
        using var client = By(transport, own);
        using var later = client.InDatabase(client.Database + "_later");
        await Assert.ThrowsAsync<ClickHouseException>(() => later.ScalarAsync("SELECT 1"));

        await client.ExecuteAsync($"CREATE DATABASE {later.Database}");

        await later.PingAsync();
        Assert.Equal("1", await later.ScalarAsync("SELECT 1"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Who_reads_no_more_stops_the_query(string transport)
    {
        using var own = await ClickHouseEngine.NewEmptyDatabaseAsync();
        using var client = By(transport, own);
        var mark = $"stop_{client.Database}";

        await foreach (var _ in client.QueryAsync<Mark>($"SELECT number AS {mark}, number AS n FROM numbers(100)")) break;
        await using (var answer = await client.StreamAsync($"SELECT number AS {mark} FROM numbers(1000000000000)", "RowBinary"))
            Assert.Equal(8, await answer.ReadAtLeastAsync(new byte[8], 8));

        await Until.TrueAsync(async () => await client.ScalarAsync(
            "SELECT count() FROM system.processes WHERE positionCaseInsensitive(query, {mark:String}) > 0 AND query NOT LIKE '%system.processes%'", [("mark", mark)]) == "0",
            "the query is gone", 30);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Many_ask_at_once(string transport)
    {
        using var own = await ClickHouseEngine.NewEmptyDatabaseAsync();
        using var client = By(transport, own);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => client.ScalarAsync("SELECT {i:Int32} * 2", [("i", i)])));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i * 2}"), answers);
    }

    private sealed record Mark(long N);

    private static ClickHouseClient By(string transport, ClickHouseClient own) =>
        new(BuiltWith.Carried(new() { Url = own.Url.ToString(), Database = own.Database, Client = transport }));
}
