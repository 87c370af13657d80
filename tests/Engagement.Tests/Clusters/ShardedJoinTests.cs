using System.Text.RegularExpressions;
using Engagement.ClickHouse.Clusters;

namespace Engagement.Tests.Clusters;

/// <summary>
/// A join right behind a sharded table is handed to the shards, and no setting keeps them from reading the other side there by themselves
/// where that lies everywhere (26.7). GLOBAL does; on one server it says nothing.
/// </summary>
public class ShardedJoinTests
{
    private static readonly Regex Handed = new(
        $@"\b(FROM|from) ({string.Join('|', TablePlaces.All.Keys.Where(TablePlaces.IsSharded))})(?>( AS \w+)?( FINAL)?)\s+(?!GLOBAL|ARRAY)([A-Z]+ )*JOIN\b", RegexOptions.CultureInvariant);

    [Fact]
    public void A_join_with_a_sharded_table_is_GLOBAL() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src"), "*", SearchOption.AllDirectories)
            where file.EndsWith(".sql", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
            from Match found in Handed.Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {found.Value}");

    [Theory]
    [InlineData("FROM statements AS s FINAL\nINNER JOIN (SELECT 1) AS l", true)]
    [InlineData("FROM visits LEFT JOIN x", true)]
    [InlineData("FROM statements AS s FINAL\nGLOBAL INNER JOIN (SELECT 1) AS l", false)]
    [InlineData("FROM (SELECT * FROM visits FINAL) AS v INNER JOIN x", false)]
    [InlineData("FROM contexts AS c INNER JOIN x", false)]
    public void Such_a_join_is_recognised(string sql, bool isHanded) => Assert.Equal(isHanded, Handed.IsMatch(sql));
}
