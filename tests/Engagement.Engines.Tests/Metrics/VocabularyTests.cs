using System.Text;
using Engagement.Engines.Tests.Engines;
using Engagement.Statements.Vocabulary;

namespace Engagement.Engines.Tests.Metrics;

public class VocabularyTests
{
    // What each name of the statement reader's vocabulary means beyond its role; the other names mean nothing more.
    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["registered"] = "registered", ["enrolled"] = "registered", ["unregistered"] = "withdrew", ["withdrew"] = "withdrew",
        ["completed"] = "completed", ["passed"] = "completed", ["submitted"] = "submitted",
        ["responded"] = "posted", ["commented"] = "posted", ["posted"] = "posted", ["created"] = "posted",
        ["asked"] = "asked", ["replied"] = "replied", ["shared"] = "shared", ["experienced"] = "viewed", ["viewed"] = "viewed",
    };

    private sealed record Verb(string Id, string Deed);

    [Fact]
    public async Task Verbs_mean_in_the_table_of_statements_what_they_mean_to_the_statement_reader()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.InsertRowsAsync("statements", VerbTable.All.Append(("unknown", "https://example.org/verbs/unknown"))
            .Select(v => new Dictionary<string, object?> { ["statement_id"] = Guid.NewGuid(), ["verb"] = v.Item2, ["role"] = VerbTable.RoleOf(Encoding.UTF8.GetBytes(v.Item2)).ToString().ToLowerInvariant() }));
        var stored = await clickHouse.ListAsync<Verb>("SELECT verb AS id, deed FROM statements");
        Assert.Equal(
            VerbTable.All.Select(v => new Verb(v.Id, Deeds.GetValueOrDefault(v.Name, ""))).Append(new Verb("https://example.org/verbs/unknown", "")).OrderBy(v => v.Id, StringComparer.Ordinal),
            stored.OrderBy(v => v.Id, StringComparer.Ordinal));
    }
}
