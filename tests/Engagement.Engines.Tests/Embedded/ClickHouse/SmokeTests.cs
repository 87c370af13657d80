using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

public class SmokeTests
{
    [Fact]
    public async Task A_new_database_has_the_newest_schema()
    {
        using var client = await ClickHouseEngine.NewDatabaseAsync();

        Assert.Equal("0", await client.ScalarAsync("SELECT count() FROM statements FINAL"));
    }
}
