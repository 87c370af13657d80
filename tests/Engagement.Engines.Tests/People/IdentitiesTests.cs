using Engagement.ClickHouse;
using Engagement.Engines.Tests.Attrition;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Ingest;
using Engagement.People;
using Engagement.People.Enrolments;
using Engagement.People.Identity;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.People;

public sealed class IdentitiesTests
{
    private const string Course = "https://example.org/maths";

    private static readonly Guid Ada = new(1, 0, 0, new byte[8]), Mary = new(2, 0, 0, new byte[8]), Grace = new(90, 0, 0, new byte[8]);

    private readonly RecentLines _lines = new();

    [Fact]
    public async Task A_facilitator_is_shown_their_own_learners_and_each_time_is_written_down()
    {
        using var clickHouse = await FilledAsync();
        var identities = Identities(clickHouse);
        var viewer = Facilitator(Grace);
        var shown = await identities.ReadAsync(IdentityAccess.Of(viewer, ReadPurpose.Page), [Ada, Mary, Grace, Guid.NewGuid()]);
        Assert.Equal("Ada Lovelace", shown[Ada].Name);
        Assert.Equal([Ada, Grace], shown.Keys.Order());
        Assert.Equal($"{viewer.Account} page 2", await ReadsAsync(clickHouse));
        Assert.True(_lines.Contain("2 pseudonyms"));
        Assert.False(_lines.Contain("Lovelace"));
    }

    [Theory]
    [InlineData(ViewerRoles.Designer)]
    [InlineData(ViewerRoles.Operator)]
    public async Task Who_is_no_facilitator_is_shown_nobody(ViewerRoles roles)
    {
        using var clickHouse = await FilledAsync();
        var viewer = Facilitator(Guid.Empty) with { Roles = roles, Cohorts = [new("*", "*")] };
        Assert.Empty(await Identities(clickHouse).ReadAsync(IdentityAccess.Of(viewer, ReadPurpose.Page), [Ada, Mary, Grace]));
        Assert.Null(await ReadsAsync(clickHouse));
    }

    [Fact]
    public async Task The_product_may_read_everybody_and_says_what_for()
    {
        using var clickHouse = await FilledAsync();
        Assert.Equal(3, (await Identities(clickHouse).ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Digest), [Ada, Mary, Grace])).Count);
        Assert.Equal($"{Guid.Empty} digest 3", await ReadsAsync(clickHouse));
    }

    [Fact]
    public async Task What_is_not_told_stays_as_it_is_known_and_what_is_known_costs_no_row()
    {
        using var clickHouse = await FilledAsync();
        var identities = Identities(clickHouse);
        await identities.SaveAsync([new(Ada, "", "countess@example.org", ""), new(Ada, "Ada King", "", ""), new(Mary, "Mary Somerville", "", "")]);
        var shown = await identities.ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Export), [Ada]);
        Assert.Equal(new Person(Ada, "Ada King", "countess@example.org", "ada@example.org"), shown[Ada]);
        Assert.Equal("4", await clickHouse.ScalarAsync("SELECT count() FROM people"));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_makes_no_newer_row_lose()
    {
        using var clickHouse = await FilledAsync();
        await Identities(clickHouse, new SetTime { Now = DateTimeOffset.UnixEpoch }).SaveAsync([new(Ada, "Ada King", "", "")]);
        Assert.Equal("Ada King", (await Identities(clickHouse).ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Export), [Ada]))[Ada].Name);
    }

    [Fact]
    public async Task Who_is_forgotten_is_nobody_until_told_again()
    {
        using var clickHouse = await FilledAsync();
        var identities = Identities(clickHouse);
        await identities.DeleteAsync(Ada);
        await identities.DeleteAsync(Guid.NewGuid());
        Assert.Equal(2, await identities.CountAsync());
        Assert.Empty(await identities.ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Export), [Ada]));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT length(sealed) FROM people WHERE is_deleted"));
        await identities.SaveAsync([new(Ada, "", "ada@example.org", "")]);
        Assert.Equal(new Person(Ada, "", "ada@example.org", ""), (await identities.ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Export), [Ada]))[Ada]);
    }

    [Fact]
    public async Task With_another_key_nothing_is_read_and_nothing_overwritten()
    {
        using var clickHouse = await FilledAsync();
        var identities = new Identities(clickHouse, new IdentityKey("another key of identities"u8), TimeProvider.System, Log());
        await Assert.ThrowsAsync<IdentityKeyException>(() => identities.ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Export), [Ada]));
        await Assert.ThrowsAsync<IdentityKeyException>(() => identities.SaveAsync([new(Ada, "Ada King", "", "")]));
        Assert.Equal("Ada Lovelace", (await Identities(clickHouse).ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Export), [Ada]))[Ada].Name);
    }

    private async Task<ClickHouseClient> FilledAsync()
    {
        var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var grace = new Person(Grace, "Grace Hopper", "grace@example.org", "grace@example.org");
        await new EnrolmentStore(clickHouse, Identities(clickHouse), new ErasedLearners(clickHouse), TimeProvider.System).SaveAsync(
        [
            new(Course, Ada, "spring", Grace, "facilitated", null, null, [new(Ada, "Ada Lovelace", "ada@example.org", "ada@example.org"), grace]),
            new(Course, Mary, "spring", Guid.Empty, "facilitated", null, null, [new(Mary, "Mary Somerville", "", "mary@example.org")]),
        ]);
        return clickHouse;
    }

    private Identities Identities(ClickHouseClient clickHouse, TimeProvider? clock = null) =>
        new(clickHouse, new IdentityKey(new byte[32]), clock ?? TimeProvider.System, Log());

    private ILogger<Identities> Log() => LoggerFactory.Create(logging => logging.AddProvider(_lines)).CreateLogger<Identities>();

    private static Task<string?> ReadsAsync(ClickHouseClient clickHouse) =>
        clickHouse.ScalarAsync("SELECT concat(toString(account), ' ', purpose, ' ', toString(uniqExact(person_id))) FROM identity_reads GROUP BY account, purpose");

    private static Viewer Facilitator(Guid facilitator) => new(Guid.NewGuid(), "grace", ViewerRoles.Facilitator, facilitator, [], []);
}
