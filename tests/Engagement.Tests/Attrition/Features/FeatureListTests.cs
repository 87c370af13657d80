using Engagement.Attrition.Features;

namespace Engagement.Tests.Attrition.Features;

public class FeatureListTests
{
    [Fact]
    public void Each_feature_has_a_name_of_its_own() => Assert.Equal(FeatureList.Names.Count, FeatureList.Names.Distinct().Count());

    [Fact]
    public void The_page_of_features_is_the_list()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "attrition.md")).Split("\n## Features\n")[1].Split("\n## What it reads\n")[0];

        foreach (var family in FeatureList.Families)
        {
            Assert.Contains($"| **{family.Name}** | | | |\n", page, StringComparison.Ordinal);
            foreach (var feature in family.Features)
                Assert.Contains($"| `{feature.Name}` | {feature.Unit} | {Risk(feature)} | {feature.Meaning} |\n", page, StringComparison.Ordinal);
        }
        Assert.Equal(FeatureList.All.Count, page.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    private static string Risk(Feature feature) => feature.Risk switch
    {
        Direction.Grows => "grows",
        Direction.Shrinks => "shrinks",
        _ => "–",
    };
}
