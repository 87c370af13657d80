using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>The same id with other content: the first stored counts everywhere, the other is reported.</summary>
public class ConflictTests
{
    private const string Course = "https://example.org/course";

    private static readonly Guid Ann = new("aaaaaaaa-0000-0000-0000-000000000001");
    private static readonly Guid Bob = new("bbbbbbbb-0000-0000-0000-000000000002");
    private static readonly Guid Cay = new("cccccccc-0000-0000-0000-000000000003");

    [Fact]
    public async Task Other_content_of_the_same_learner_is_reported_though_it_was_merged_away_before_anybody_looked()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var first = Seen(Ann, "/a", storedAt: 100);
        var other = first with { Activity = Course + "/b", StoredAt = 200 };
        await clickHouse.StoreAsync([first]);
        await clickHouse.StoreAsync([other]);
        await clickHouse.ExecuteAsync("OPTIMIZE TABLE statements FINAL");
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM statements"));
        await RunAsync(clickHouse);
        Assert.Equal([Row(first)], await clickHouse.StatementsAsync());
        Assert.Equal([Loses(other, to: first)], await clickHouse.ConflictsAsync());
    }

    [Fact]
    public async Task A_statement_under_the_id_of_another_learners_is_in_no_number()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var first = Seen(Ann, "/a", storedAt: 100);
        var other = first with { Learner = Bob, StoredAt = 200 };
        await clickHouse.StoreAsync([other]); // durable before the first stored, by another worker
        await RunAsync(clickHouse);
        Assert.Equal([Bob], await LearnersAsync(clickHouse));

        await clickHouse.StoreAsync([first]);
        await RunAsync(clickHouse);
        Assert.Equal([Ann], await LearnersAsync(clickHouse));
        Assert.Equal([Row(first)], await clickHouse.StatementsAsync());
        Assert.Equal([Loses(other, to: first)], await clickHouse.ConflictsAsync());
    }

    [Fact]
    public async Task What_lost_stays_hidden_when_it_is_delivered_again_without_a_timestamp_in_another_month()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var first = Seen(Ann, "/a", storedAt: 100);
        var other = first with { Learner = Bob, StoredAt = 200 };
        await clickHouse.StoreAsync([first, other]);
        await RunAsync(clickHouse);
        foreach (var month in (long[])[0, 35, 70])
        {
            await clickHouse.StoreAsync([other with { At = other.At + (month * 86_400_000_000), StoredAt = 300 + month }]);
            Assert.Equal([Row(first)], await clickHouse.StatementsAsync());
            await clickHouse.ExecuteAsync("OPTIMIZE TABLE statements FINAL");
            Assert.Equal([Row(first)], await clickHouse.StatementsAsync());
        }
        await RunAsync(clickHouse);
        Assert.Equal([Row(first)], await clickHouse.StatementsAsync());
        Assert.Equal([Ann], await LearnersAsync(clickHouse));
    }

    [Fact]
    public async Task Of_three_learners_the_first_stored_has_the_id_and_of_two_at_once_always_the_same()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var ann = Seen(Ann, "/a", storedAt: 200);
        var bob = ann with { Learner = Bob };
        var cay = ann with { Learner = Cay, StoredAt = 300 };
        await clickHouse.StoreAsync([cay]);
        await RunAsync(clickHouse);
        await clickHouse.StoreAsync([bob]);
        await RunAsync(clickHouse);
        Assert.Equal([Row(bob)], await clickHouse.StatementsAsync());
        await clickHouse.StoreAsync([ann]);
        await RunAsync(clickHouse);
        Assert.Equal([Row(ann)], await clickHouse.StatementsAsync());
        var again = cay with { StoredAt = 100 }; // by a worker whose clock is behind
        await clickHouse.StoreAsync([again]);
        await RunAsync(clickHouse);
        Assert.Equal([Row(again)], await clickHouse.StatementsAsync());
        Assert.Equal([Loses(ann, to: again), Loses(bob, to: again)], (await clickHouse.ConflictsAsync()).OrderBy(c => c.LearnerId));
        Assert.Equal([Cay], await LearnersAsync(clickHouse));
    }

    [Fact]
    public async Task A_voiding_statement_that_loses_its_id_voids_nothing_any_more()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var seen = Seen(Ann, "/a", storedAt: 10);
        var first = Seen(Cay, "/c", storedAt: 100);
        var voiding = first with { Learner = Bob, StoredAt = 200, Role = "void", Verb = "http://adlnet.gov/expapi/verbs/voided", Activity = "", Voids = seen.Id };
        await clickHouse.StoreAsync([seen, voiding]);
        await RunAsync(clickHouse);
        Assert.Empty(await LearnersAsync(clickHouse));

        await clickHouse.StoreAsync([first]);
        await RunAsync(clickHouse);
        Assert.Equal([Ann, Cay], await LearnersAsync(clickHouse));
    }

    [Fact]
    public async Task Where_the_first_stored_is_voided_neither_counts()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var first = Seen(Ann, "/a", storedAt: 100);
        var voiding = Seen(Cay, "", storedAt: 300) with { Role = "void", Verb = "http://adlnet.gov/expapi/verbs/voided", Voids = first.Id };
        await clickHouse.StoreAsync([first, first with { Learner = Bob, StoredAt = 200 }, voiding]);
        await RunAsync(clickHouse);
        Assert.Empty(await LearnersAsync(clickHouse));
    }

    [Fact]
    public async Task A_redelivery_is_no_conflict_and_one_that_is_found_twice_is_reported_once()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var first = Seen(Ann, "/a", storedAt: 100);
        await clickHouse.StoreAsync([first, first with { StoredAt = 150 }]);
        await RunAsync(clickHouse);
        Assert.Empty(await clickHouse.ConflictsAsync());

        var other = first with { Learner = Bob, StoredAt = 200 };
        await clickHouse.StoreAsync([other]);
        await RunAsync(clickHouse);
        var found = await clickHouse.ScalarAsync("SELECT found_at FROM conflicts FINAL");
        await clickHouse.StoreAsync([other with { StoredAt = 250 }, first with { StoredAt = 260 }]);
        await Task.WhenAll(RunAsync(clickHouse), RunAsync(clickHouse));
        await RunAsync(clickHouse);
        Assert.Equal([Loses(other, to: first)], await clickHouse.ConflictsAsync());
        Assert.Equal(found, await clickHouse.ScalarAsync("SELECT found_at FROM conflicts FINAL"));
    }

    [Fact]
    public async Task A_worker_that_died_before_its_touch_hides_no_conflict_from_those_who_come_after()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var first = Seen(Ann, "/a", storedAt: 100);
        var other = first with { Learner = Bob, StoredAt = 200 };
        await clickHouse.StoreAsync([first]);
        await RunAsync(clickHouse);
        await clickHouse.StoreAsync([other]);
        await clickHouse.ExecuteAsync("TRUNCATE TABLE touches");
        await clickHouse.StoreAsync([other with { StoredAt = 300 }]);
        foreach (var table in (string[])["statements", "statement_contents"]) await clickHouse.ExecuteAsync($"OPTIMIZE TABLE {table} FINAL");
        await RunAsync(clickHouse);
        Assert.Equal([Row(first)], await clickHouse.StatementsAsync());
        Assert.Equal([Loses(other, to: first)], await clickHouse.ConflictsAsync());
    }

    [Fact]
    public async Task A_try_after_one_that_reached_the_table_but_not_its_view_still_reaches_the_view()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var row = System.Text.Encoding.UTF8.GetBytes($$"""{"statement_id":"{{Guid.NewGuid()}}","learner_id":"{{Ann}}","stored_at":"2026-01-01 00:00:00"}""");
        Task InsertAsync() => clickHouse.InsertAsync("statements (statement_id, learner_id, stored_at)", "JSONEachRow", row, "the same flush");
        await clickHouse.ExecuteAsync("ALTER TABLE statement_contents ADD CONSTRAINT full CHECK learner_id = toUUIDOrZero('')");
        await Assert.ThrowsAsync<ClickHouseException>(InsertAsync);
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM statements"));
        await clickHouse.ExecuteAsync("ALTER TABLE statement_contents DROP CONSTRAINT full");
        await InsertAsync();
        await InsertAsync();
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM statements"));
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM statement_contents"));
    }

    private static async Task RunAsync(ClickHouseClient clickHouse) =>
        await new MetricsRun(clickHouse, Options.Create(new MetricsOptions())).RunAsync();

    private sealed record LearnerRow(Guid LearnerId);

    private static async Task<List<Guid>> LearnersAsync(ClickHouseClient clickHouse) =>
        (await clickHouse.ListAsync<LearnerRow>("SELECT learner_id FROM enrolments FINAL ORDER BY toString(learner_id)")).ConvertAll(l => l.LearnerId);

    private static IdentityRow Row(ReferenceStatement s) => new(s.Id, s.Learner, s.ContentHash, s.StoredAt);

    private static ConflictRow Loses(ReferenceStatement s, ReferenceStatement to) => new(s.Id, s.Learner, s.ContentHash, to.Learner, to.StoredAt);

    private static ReferenceStatement Seen(Guid learner, string page, long storedAt) => new()
    {
        Id = Guid.NewGuid(), Learner = learner, Course = Course, Groupings = [Course], Role = "enter",
        Verb = "http://adlnet.gov/expapi/verbs/experienced", Activity = page.Length == 0 ? "" : Course + page,
        At = 1_767_600_000_000_000, StoredAt = storedAt,
    };
}
