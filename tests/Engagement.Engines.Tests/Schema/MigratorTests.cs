using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Schema;

public class MigratorTests
{
    [Fact]
    public async Task Each_migration_is_applied_once_and_may_be_repeated()
    {
        using var clickHouse = await ClickHouseEngine.NewEmptyDatabaseAsync();
        var migrator = new Migrator(clickHouse);
        Assert.Equal([.. Migrator.Files().Select(f => f.Name), "views"], await migrator.MigrateAsync());
        Assert.Empty(await migrator.MigrateAsync());
        await clickHouse.ExecuteAsync("TRUNCATE TABLE migrations"); // died before it wrote down what it had done
        Assert.Equal(Migrator.Files().Count() + 1, (await migrator.MigrateAsync()).Count);
    }

    [Fact]
    public async Task Views_of_another_build_are_made_anew()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.ExecuteAsync("CREATE OR REPLACE VIEW answers AS SELECT 1 AS other");
        await clickHouse.ExecuteAsync("INSERT INTO migrations (number, name, checksum, applied_at) VALUES (0, 'views', 'another', now() + 1)");
        Assert.Equal(["views"], await new Migrator(clickHouse).MigrateAsync());
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count(target_id) FROM answers"));
    }

    [Fact]
    public async Task What_a_statement_refers_to_is_kept_from_before_it_had_this_name()
    {
        using var clickHouse = await ClickHouseEngine.NewEmptyDatabaseAsync();
        foreach (var (_, _, text) in Migrator.Files().Where(file => file.Number < 7))
            foreach (var statement in Sql.Statements(text)) await clickHouse.ExecuteAsync(statement);
        await clickHouse.ExecuteAsync("INSERT INTO statements (statement_id, context_statement_id) VALUES (generateUUIDv4(), 'a2f1d5f0-0c1d-4c0e-9a39-0242ac120002')");
        await new Migrator(clickHouse).MigrateAsync();
        Assert.Equal("a2f1d5f0-0c1d-4c0e-9a39-0242ac120002", await clickHouse.ScalarAsync("SELECT concat(refers_to_id, cohort) FROM statements FINAL"));
    }

    [Fact]
    public async Task Tables_of_another_build_are_left_alone_and_what_to_do_is_said()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.ExecuteAsync("INSERT INTO migrations (number, name, checksum, applied_at) VALUES (1, '0001_statements.sql', 'another', now() + 1)");
        var fault = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(clickHouse).MigrateAsync());
        Assert.Contains("--data DIR", fault.Message, StringComparison.Ordinal);
    }
}
