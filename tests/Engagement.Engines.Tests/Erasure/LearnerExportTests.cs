using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics;
using Engagement.Erasure;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Erasure;

/// <summary>An export has every row of one learner, each as the table has it, and nobody else's.</summary>
public class LearnerExportTests
{
    [Fact]
    public async Task An_export_has_the_learners_rows_and_no_others()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var statements = Enumerable.Range(1, 12).SelectMany(seed => new RandomStream(seed).Statements).ToList();
        await clickHouse.StoreAsync(statements);
        await new MetricsRun(clickHouse, Options.Create(new MetricsOptions())).RunAsync();
        var learner = statements.GroupBy(s => s.Learner).MaxBy(group => group.Count())!.Key;
        await HeldLearnerRows.AddAsync(clickHouse, learner, Guid.NewGuid());
        await HeldLearnerRows.AddAsync(clickHouse, Guid.NewGuid(), learner); // whose facilitator the learner is

        using var written = new MemoryStream();
        await new LearnerExport(clickHouse, HeldLearnerRows.Identities(clickHouse), TimeProvider.System).WriteAsync(written, learner);
        var document = JsonDocument.Parse(written.ToArray()).RootElement;
        Assert.Equal(learner, document.GetProperty("learner").GetGuid());
        Assert.Equal("Ada Lovelace", document.GetProperty("identity").GetProperty("name").GetString());
        Assert.Equal("Wrote to her.", Assert.Single(document.GetProperty("notes").EnumerateArray()).GetString());
        var tables = document.GetProperty("tables");
        foreach (var table in new[] { "enrolments", "visits", "section_engagement", "learner_days", "contributions", "marks", "risk_scores", "roster", "touches", "alert_events", "alert_actions" })
        {
            var rows = tables.GetProperty(table).GetProperty("rows");
            Assert.All(rows.EnumerateArray(), row => Assert.Equal(learner, row.GetProperty("learner_id").GetGuid()));
            Assert.Equal(await CountAsync(clickHouse, $"{table}{(table == "risk_scores" ? "" : " FINAL")} WHERE learner_id = {{learner:UUID}}", learner), rows.GetArrayLength());
        }
        Assert.True(tables.GetProperty("visits").GetProperty("rows").GetArrayLength() > 0);
        var said = tables.GetProperty("statements").GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(
            await CountAsync(clickHouse, "statements FINAL WHERE learner_id = {learner:UUID}", learner),
            said.Count(row => row.GetProperty("learner_id").GetGuid() == learner));
        Assert.All(said.Where(row => row.GetProperty("learner_id").GetGuid() != learner), row => Assert.Equal("feedback", row.GetProperty("role").GetString()));
        Assert.Equal("2026-03-02", Assert.Single(tables.GetProperty("risk_scores").GetProperty("rows").EnumerateArray()).GetProperty("cut").GetString());
        Assert.Equal("pseudonym: HMAC-SHA-256 of the actor's identifier, cut", tables.GetProperty("statements").GetProperty("columns").GetProperty("learner_id").GetString());
        Assert.False(Assert.Single(tables.GetProperty("people").GetProperty("rows").EnumerateArray()).TryGetProperty("sealed", out _));
        Assert.Equal(LearnerTables.OfLearners.Select(table => table.Name), tables.EnumerateObject().Select(table => table.Name));
    }

    private static async Task<int> CountAsync(ClickHouseClient clickHouse, string from, Guid learner) =>
        int.Parse((await clickHouse.ScalarAsync($"SELECT count() FROM {from}", [("learner", learner)]))!, System.Globalization.CultureInfo.InvariantCulture);
}
