using Engagement.ClickHouse;
using Engagement.ClickHouse.Clusters;

namespace Engagement.Tests.Clusters;

public class ClusterSqlTests
{
    private static readonly Cluster Cluster = new("learning", "engagement");

    [Theory]
    [InlineData("CREATE DATABASE IF NOT EXISTS engagement", "CREATE DATABASE IF NOT EXISTS engagement ON CLUSTER learning")]
    [InlineData("DROP VIEW IF EXISTS answers", "DROP VIEW IF EXISTS answers ON CLUSTER learning")]
    [InlineData("DROP TABLE IF EXISTS contexts SYNC", "DROP TABLE IF EXISTS contexts ON CLUSTER learning SYNC")]
    [InlineData("ALTER TABLE run_learners DROP PARTITION 7", "ALTER TABLE run_learners DROP PARTITION 7")]
    [InlineData("ALTER TABLE run_visits DROP PARTITION (7, 1)", "ALTER TABLE run_visits_local ON CLUSTER learning DROP PARTITION (7, 1)")]
    [InlineData("ALTER TABLE visits DELETE WHERE learner_id IN (SELECT learner_id FROM erasures) SETTINGS mutations_sync = 2",
        "ALTER TABLE visits_local ON CLUSTER learning DELETE WHERE learner_id IN (SELECT learner_id FROM erasures) SETTINGS mutations_sync = 2")]
    [InlineData("ALTER TABLE people DELETE WHERE 1", "ALTER TABLE people DELETE WHERE 1")]
    [InlineData("ALTER TABLE roster UPDATE a = 1 WHERE b", "ALTER TABLE roster_local ON CLUSTER learning UPDATE a = 1 WHERE b")]
    [InlineData("-- why\nALTER TABLE statements DELETE\nWHERE role = 'feedback'", "ALTER TABLE statements_local ON CLUSTER learning DELETE\nWHERE role = 'feedback'")]
    [InlineData("ALTER TABLE people MODIFY SETTING old_parts_lifetime = 0", "ALTER TABLE people ON CLUSTER learning MODIFY SETTING old_parts_lifetime = 0")]
    [InlineData("ALTER TABLE visits RESET SETTING old_parts_lifetime", "ALTER TABLE visits_local ON CLUSTER learning RESET SETTING old_parts_lifetime")]
    [InlineData("TRUNCATE TABLE retention_due", "TRUNCATE TABLE retention_due")]
    [InlineData("OPTIMIZE TABLE learner_days FINAL", "OPTIMIZE TABLE learner_days_local ON CLUSTER learning FINAL")]
    [InlineData("SYSTEM START CLEANUP engagement.visits", "SYSTEM START CLEANUP ON CLUSTER learning engagement.visits_local")]
    public void What_changes_rows_or_tables_is_told_to_those_that_hold_them(string sql, string rendered) =>
        Assert.Equal([rendered], ClusterSql.Render(sql, Cluster));

    [Fact]
    public void A_sharded_table_is_dropped_with_the_one_over_it() =>
        Assert.Equal(["DROP TABLE IF EXISTS visits ON CLUSTER learning SYNC", "DROP TABLE IF EXISTS visits_local ON CLUSTER learning SYNC"], ClusterSql.Render("DROP TABLE IF EXISTS visits SYNC", Cluster));

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("/* engagement metrics */ -- why\nINSERT INTO visits (a) SELECT 1 FROM run_visits")]
    [InlineData("-- why\nWITH a AS (SELECT 1) SELECT * FROM a")]
    public void Queries_and_inserts_stay_as_they_are(string sql) => Assert.Equal([sql], ClusterSql.Render(sql, Cluster));

    [Theory]
    [InlineData("RENAME TABLE visits TO others")]
    [InlineData("DELETE FROM visits WHERE 1")]
    [InlineData("ALTER TABLE visits FREEZE")]
    [InlineData("ALTER TABLE unheard_of DROP PARTITION 7")]
    [InlineData("CREATE TABLE IF NOT EXISTS unheard_of (a UInt8)\nENGINE = MergeTree ORDER BY a")]
    [InlineData("CREATE TABLE IF NOT EXISTS visits (a UInt8)\nENGINE = Log")]
    [InlineData("CREATE TABLE IF NOT EXISTS visits AS statements")]
    [InlineData("CREATE MATERIALIZED VIEW IF NOT EXISTS v TO contexts AS SELECT a FROM statements\nWHERE a")]
    public void What_is_not_known_is_refused(string sql) => Assert.Throws<ArgumentException>(() => ClusterSql.Render(sql, Cluster));

    [Theory]
    [InlineData("INSERT INTO erasures FORMAT JSONEachRow", "SYSTEM SYNC REPLICA ON CLUSTER learning engagement.erasures")]
    [InlineData("-- why\nINSERT INTO retention_contexts (course_id) SELECT 1", "SYSTEM SYNC REPLICA ON CLUSTER learning engagement.retention_contexts")]
    [InlineData("INSERT INTO visits FORMAT Native", null)]
    [InlineData("SELECT * FROM erasures", null)]
    public void What_mutations_read_is_on_every_server_before_its_insert_is_answered(string sql, string? after) => Assert.Equal(after, ClusterSql.After(sql, Cluster));

    [Fact]
    public void The_name_of_a_cluster_is_an_identifier() => Assert.Throws<ArgumentException>(() => new ClickHouseClient(new() { Url = "http://127.0.0.1:1", Cluster = "a b" }));

    [Fact]
    public void The_documents_have_the_settings_that_others_need_who_ask_a_cluster()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "cluster.md"));
        Assert.All(Cluster.Settings, setting => Assert.Contains($"<{setting.Key}>{setting.Value}</{setting.Key}>", page, StringComparison.Ordinal));
    }
}
