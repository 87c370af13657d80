using System.Text;
using Engagement.Engines.Tests.Engines;
using Engagement.Statements.Vocabulary;

namespace Engagement.Engines.Tests.Metrics;

public class VocabularyTests
{
    private sealed record Verb(string Name, string Id);

    private sealed record Kind(string Name);

    [Fact]
    public async Task Verbs_in_SQL_mean_what_they_mean_to_the_statement_reader()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var verbs = await clickHouse.ListAsync<Verb>("SELECT name, verb AS id FROM telling_verbs");
        Assert.All(verbs, v => Assert.Equal(v.Name, VerbTable.NameOf(Encoding.UTF8.GetBytes(v.Id))));
        var told = verbs.Select(v => v.Name).ToHashSet();
        Assert.Equal(VerbTable.All.Where(v => told.Contains(v.Name)).Select(v => v.Id).Order(StringComparer.Ordinal), verbs.Select(v => v.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_section_kind_has_an_idle_cut_off()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var kinds = await clickHouse.ListAsync<Kind>("SELECT kind AS name FROM section_kinds");
        Assert.Equal(Engagement.Courses.SectionKinds.All.Order(), kinds.Select(k => k.Name).Order());
    }
}
