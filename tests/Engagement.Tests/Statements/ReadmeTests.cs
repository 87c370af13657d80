using Engagement.Tests.Architecture;

namespace Engagement.Tests.Statements;

public sealed class ReadmeTests
{
    [Fact]
    public void Example_of_the_README_is_the_one_that_compiles()
    {
        var example = Lines("src/Engagement.Statements/README.md")
            .SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```")
            .Where(line => line.Length > 0).ToList();
        Assert.InRange(example.Count, 10, 20);
        var compiled = Lines("tests/Engagement.Tests/Statements/ReadmeExample.cs").ToHashSet();
        Assert.All(example, line => Assert.Contains(line, compiled));
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(SourceTree.Root, file)).Select(line => line.Trim());
}
