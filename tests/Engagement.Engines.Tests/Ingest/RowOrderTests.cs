using Engagement.Engines.Tests.Engines;
using Engagement.Ingest.Reading;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>Rows are sent in the order of their table, so ours must be ClickHouse's.</summary>
public class RowOrderTests
{
    [Fact]
    public async Task Places_are_ordered_as_the_table_orders_its_rows()
    {
        using var database = await ClickHouseEngine.NewDatabaseAsync();
        var learners = Guids(seed: 1, 20);
        var rows = Guids(seed: 2, 2000).Select((id, i) => (Learner: learners[i % learners.Length], Id: id)).ToArray();
        var ours = rows.OrderBy(row => new RowPlace(row.Learner, row.Id, 0, 0)).Select(row => $"{row.Learner} {row.Id}");

        var values = string.Join(',', rows.Select(row => $"('{row.Learner}', '{row.Id}')"));
        var theirs = await database.ListAsync<Row>(
            $"SELECT concat(toString(l), ' ', toString(i)) AS text FROM values('l UUID, i UUID', {values}) ORDER BY l, i");
        Assert.Equal(ours, theirs.Select(row => row.Text));
    }

    private static Guid[] Guids(int seed, int count)
    {
        var random = new Random(seed);
        var bytes = new byte[16];
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            random.NextBytes(bytes);
            return new Guid(bytes);
        })];
    }

    private sealed record Row(string Text);
}
