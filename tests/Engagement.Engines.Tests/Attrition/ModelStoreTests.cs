using Engagement.Attrition.Keeping;
using Engagement.Attrition.Starter;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Attrition;

/// <summary>Which model scores, and which did before.</summary>
public sealed class ModelStoreTests
{
    private readonly SetTime _clock = new() { Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero) };

    [Fact]
    public async Task The_model_of_the_product_comes_into_use_once()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var store = new ModelStore(clickHouse, _clock);

        var first = await store.InUseAsync();
        var again = await store.InUseAsync();

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(StarterModel.Document.ToJson(), again.Document.ToJson());
        Assert.Equal((first.Id, "the model that comes with the product"), Assert.Single(await store.SwitchesAsync(5)) is var only ? (only.ModelId, only.Reason) : default);
    }

    [Fact]
    public async Task The_newest_switch_counts_and_none_is_forgotten()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var store = new ModelStore(clickHouse, _clock);
        await store.InUseAsync();

        _clock.Now += TimeSpan.FromDays(1);
        var other = await store.KeepAsync(StarterModel.Document with { DataHash = "other" }, ["urn:course"]);
        Assert.NotEqual(other, (await store.InUseAsync()).Id);
        await store.UseAsync(other, "better");

        var inUse = await store.InUseAsync();
        Assert.Equal((other, _clock.Now, "other"), (inUse.Id, inUse.TrainedAt, inUse.Document.DataHash));
        Assert.Equal(["urn:course"], inUse.Courses);
        Assert.Equal(["better", "the model that comes with the product"], (await store.SwitchesAsync(5)).Select(one => one.Reason));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => store.ReadAsync(Guid.NewGuid()));
    }

    // As after an upgrade that computes other features.
    [Fact]
    public async Task A_model_of_other_features_gives_way_to_that_of_the_product_and_says_why()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var store = new ModelStore(clickHouse, _clock);
        var old = StarterModel.Document with
        {
            Features = [.. StarterModel.Document.Features.Skip(1)],
            Logistic = StarterModel.Document.Logistic! with { Transforms = [.. StarterModel.Document.Logistic!.Transforms.Skip(1)] },
        };
        await store.UseAsync(await store.KeepAsync(old, []), "once the newest");
        _clock.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(StarterModel.Document.ToJson(), (await store.InUseAsync()).Document.ToJson());

        var newest = (await store.SwitchesAsync(1)).Single();
        Assert.Contains("it does not know days_in_run", newest.Reason, StringComparison.Ordinal);
    }
}
