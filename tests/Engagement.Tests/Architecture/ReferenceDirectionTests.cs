namespace Engagement.Tests.Architecture;

/// <summary>Who may know whom. A change here is a decision, not a repair.</summary>
public class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Engagement.Statements"] = [],
        ["Engagement.ClickHouse"] = [],
        ["Engagement.Kafka"] = [],
        ["Engagement.Simulator"] = [],
        ["Engagement.Embedded"] = [],
        ["Engagement.Courses"] = ["Engagement.Statements", "Engagement.ClickHouse"],
        ["Engagement.Ingest"] = ["Engagement.Statements", "Engagement.Courses", "Engagement.People", "Engagement.ClickHouse", "Engagement.Kafka"],
        ["Engagement.Metrics"] = ["Engagement.Courses", "Engagement.ClickHouse"],
        ["Engagement.Attrition"] = ["Engagement.Courses", "Engagement.ClickHouse"],
        ["Engagement.People"] = ["Engagement.Statements", "Engagement.Courses", "Engagement.ClickHouse"],
        ["Engagement.Alerts"] = ["Engagement.People", "Engagement.Courses", "Engagement.ClickHouse", "Engagement.Kafka"],
        ["Engagement.Erasure"] = ["Engagement.People", "Engagement.Metrics", "Engagement.ClickHouse"],
        ["Engagement.Adapters.ClickHouseClient"] = ["Engagement.ClickHouse"],
        ["Engagement.Adapters.MicrosoftML"] = ["Engagement.Attrition"],
        ["Engagement.Web"] = ["Engagement.People", "Engagement.Alerts", "Engagement.Metrics", "Engagement.Courses", "Engagement.ClickHouse"],
    };

    public static TheoryData<string> Projects => [.. SourceTree.Projects.Keys.Where(name => name != "Engagement").Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_before_it(string name)
    {
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is not in the table of who may know whom: give it its place there.");
        Assert.Empty(SourceTree.Projects[name].References.Except(allowed));
    }

    [Fact]
    public void The_table_names_no_project_that_is_gone() =>
        Assert.Empty(Allowed.Keys.Except(SourceTree.Projects.Keys));

    [Fact]
    public void Statements_are_read_without_any_package() =>
        Assert.Empty(SourceTree.Projects["Engagement.Statements"].Packages);

    [Fact]
    public void Only_the_program_knows_the_embedded_engines() =>
        Assert.Equal(["Engagement"], SourceTree.Projects.Values.Where(project => project.References.Contains("Engagement.Embedded")).Select(project => project.Name));

    // Code reaches through references of references; so a name used in source must be allowed as well.
    [Theory]
    [MemberData(nameof(Projects))]
    public void Source_names_no_namespace_its_project_may_not_know(string name)
    {
        var forbidden = SourceTree.Projects.Keys.Except([name, "Engagement", .. Reachable(name)]).Select(other => $"using {other}").ToArray();
        var offences =
            from file in SourceTree.SourceFiles
            where file.StartsWith(Path.Combine("src", name) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            from line in File.ReadLines(Path.Combine(SourceTree.Root, file))
            where forbidden.Any(start => line.StartsWith(start + ";", StringComparison.Ordinal) || line.StartsWith(start + ".", StringComparison.Ordinal))
            select $"{file}: {line}";
        Assert.Empty(offences);
    }

    private static HashSet<string> Reachable(string name)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>(Allowed.GetValueOrDefault(name, []));
        while (open.TryPop(out var next))
            if (found.Add(next))
                foreach (var further in Allowed.GetValueOrDefault(next, []))
                    open.Push(further);
        return found;
    }
}
