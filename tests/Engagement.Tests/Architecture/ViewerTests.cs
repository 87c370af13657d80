using System.Reflection;
using Engagement.People;
using Engagement.Web;

namespace Engagement.Tests.Architecture;

/// <summary>There is no way to ask about courses or learners without saying who asks.</summary>
public class ViewerTests
{
    private static readonly Type[] Queries = [.. typeof(WebRegistration).Assembly.GetTypes().Where(type => type.Name.EndsWith("Queries", StringComparison.Ordinal))];

    [Fact]
    public void There_are_queries() => Assert.NotEmpty(Queries);

    [Fact]
    public void Every_query_takes_the_viewer_first() =>
        Assert.Empty(
            from type in Queries
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.GetParameters().FirstOrDefault()?.ParameterType != typeof(Viewer)
            select $"{type.Name}.{method.Name}");

    // Whoever asks ClickHouse by hand in a route gets around that; whether it answers at all is nobody's secret among operators.
    [Fact]
    public void No_route_asks_ClickHouse_itself() =>
        Assert.Equal(["src/Engagement.Web/Features/Health.cs"],
            SourceTree.SourceFiles.Where(file => file.StartsWith("src/Engagement.Web/Features/", StringComparison.Ordinal))
                .Where(file => File.ReadAllText(Path.Combine(SourceTree.Root, file)).Contains("ClickHouseClient", StringComparison.Ordinal)));
}
