using Engagement.Engines.Tests.Engines;
using Engagement.Erasure;

namespace Engagement.Engines.Tests.Erasure;

/// <summary>No table is forgotten when a learner is erased: the list is held against the database.</summary>
public class LearnerTablesTests
{
    private static readonly string[] NamesOfPeople = ["learner_id", "person_id", "winner_learner_id", "facilitator_id"];

    private sealed record Table(string Name, string[] Columns);

    [Fact]
    public async Task Every_table_of_the_database_is_listed_and_no_other()
    {
        var listed = LearnerTables.All.Select(table => table.Name).ToList();
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Equal((await TablesAsync()).Select(table => table.Name).Order(), listed.Order());
    }

    [Fact]
    public async Task A_table_that_names_somebody_says_how_their_rows_are_found()
    {
        var listed = LearnerTables.All.ToDictionary(table => table.Name);
        foreach (var table in (await TablesAsync()).Where(table => table.Name != "erasures"))
            foreach (var column in NamesOfPeople.Intersect(table.Columns))
                Assert.True($"{listed[table.Name].Rows} {listed[table.Name].Named}".Contains($"{column} IN <who>", StringComparison.Ordinal), $"{table.Name} has a {column}, and its entry in LearnerTables does not look for it.");
    }

    [Fact]
    public async Task What_is_of_a_learner_of_a_course_is_kept_no_longer_than_the_course()
    {
        var listed = LearnerTables.All.ToDictionary(table => table.Name);
        foreach (var table in (await TablesAsync()).Where(table => table.Columns.Contains("learner_id") && table.Columns.Contains("course_id")))
            Assert.Equal(
                table.Name is not ("statements" or "retention_due") && !table.Name.StartsWith("run_", StringComparison.Ordinal), // by another way, or gone by itself
                listed[table.Name].IsByCourse);
    }

    private static async Task<List<Table>> TablesAsync()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        return await clickHouse.ListAsync<Table>("""
            SELECT t.name AS name, groupArray(c.name) AS columns
            FROM system.tables AS t INNER JOIN system.columns AS c ON c.database = t.database AND c.table = t.name
            WHERE t.database = currentDatabase() AND t.engine NOT LIKE '%View'
            GROUP BY name
            """);
    }
}
