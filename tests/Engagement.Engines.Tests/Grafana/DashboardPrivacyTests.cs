using System.Text.RegularExpressions;

namespace Engagement.Engines.Tests.Grafana;

/// <summary>Whoever opens a dashboard learns of nobody. What the figures hold back, <see cref="DashboardQueryTests"/> looks at.</summary>
public partial class DashboardPrivacyTests
{
    private static IEnumerable<DashboardQuery> Queries => Dashboard.Files.SelectMany(file => Dashboard.Read(file).Queries);

    [Fact]
    public void No_query_hands_out_who_it_is_about() =>
        Assert.Empty(from query in Queries where HandsOut(query.Sql) select query.Of);

    [Fact]
    public void No_query_reads_names_accounts_or_keys() =>
        Assert.Empty(from query in Queries where OfPeople().IsMatch(query.Sql) select query.Of);

    [Fact]
    public void Of_courses_reports_alone_are_read() =>
        Assert.Empty(
            from query in Dashboard.Read("courses.json").Queries
            from Match source in Source().Matches(query.Sql)
            where !source.Groups["name"].Value.EndsWith("_report", StringComparison.Ordinal)
            select $"{query.Of}: {source}");

    [Theory]
    [InlineData("SELECT course_id, learner_id FROM risk", true)]
    [InlineData("SELECT a FROM (SELECT toString(r.learner_id) AS a FROM risk AS r)", true)]
    [InlineData("SELECT winner_learner_id FROM conflicts", true)]
    [InlineData("SELECT * FROM risk", true)]
    [InlineData("SELECT r.* FROM risk AS r", true)]
    [InlineData("SELECT count() * 2 FROM risk GROUP BY course_id HAVING uniqExact(learner_id) >= 5", false)]
    [InlineData("SELECT count() FROM touches WHERE learner_id NOT IN (SELECT learner_id FROM erasures)", false)]
    [InlineData("SELECT ' learner_id ' AS text FROM risk", false)]
    public void A_query_that_does_is_recognised(string sql, bool recognised) => Assert.Equal(recognised, HandsOut(sql));

    private static bool HandsOut(string sql) => SelectLists.Of(sql).Any(list => Who().IsMatch(list) || Everything().IsMatch(list));

    [GeneratedRegex(@"\b(\w*learner_id|person_id|facilitator_id|account|account_id|user_name|owner|by)\b")]
    private static partial Regex Who();

    [GeneratedRegex(@"(^SELECT|,)\s+(\w+\.)?\*")]
    private static partial Regex Everything();

    [GeneratedRegex(@"\b(people|alert_notes|identity_reads|accounts|api_keys|api_key_uses|one_time_links|ended_sessions)\b")]
    private static partial Regex OfPeople();

    [GeneratedRegex(@"\b(FROM|JOIN)\s+(?<name>\w+)")]
    private static partial Regex Source();
}
