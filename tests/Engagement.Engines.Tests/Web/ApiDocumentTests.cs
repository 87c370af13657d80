using System.Text.Json.Nodes;
using Engagement.Engines.Tests.Engines;
using Engagement.Tests;

namespace Engagement.Engines.Tests.Web;

/// <summary>The pages' types are made of <c>dashboards/openapi.json</c>: it is what the API says of itself.</summary>
public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_pages_are_built_on_what_the_api_says()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await using var rig = await WebRig.StartAsync(clickHouse);
        using var http = await rig.WithKeyAsync();
        var told = await http.GetStringAsync("/api/engagement.json");
        var kept = Path.Combine(Repository.Folder, "dashboards", "openapi.json");
        if (JsonNode.DeepEquals(JsonNode.Parse(told), JsonNode.Parse(await File.ReadAllTextAsync(kept)))) return;
        var written = Path.Combine(Repository.Folder, "artifacts", "openapi.json");
        await File.WriteAllTextAsync(written, told);
        Assert.Fail($"The API is another than {kept} says. What it says now is in {written}: put it there, and build the pages.");
    }
}
