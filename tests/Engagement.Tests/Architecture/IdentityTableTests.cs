using System.Text.RegularExpressions;

namespace Engagement.Tests.Architecture;

/// <summary>One class alone knows who is behind a pseudonym.</summary>
public partial class IdentityTableTests
{
    private static readonly string OneClass = Path.Combine("src", "Engagement.People", "Identity", "Identities.cs");

    // Asks of whom something is held, by pseudonym; what is sealed it leaves alone.
    private static readonly string Holder = Path.Combine("src", "Engagement.Erasure", "LearnerRows.cs");

    [Fact]
    public void Only_one_class_reads_and_writes_names_and_notes() => Assert.Equal([Holder, OneClass],
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".sql" && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        where Touches(File.ReadAllText(file))
        orderby file
        select Path.GetRelativePath(SourceTree.Root, file));

    [Fact]
    public void Who_asks_for_pseudonyms_alone_opens_nothing() =>
        Assert.DoesNotContain("sealed", File.ReadAllText(Path.Combine(SourceTree.Root, Holder)).Replace("sealed class", "", StringComparison.Ordinal).Replace("sealed record", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("SELECT 1 FROM people AS p", true)]
    [InlineData("INNER JOIN\n    people FINAL", true)]
    [InlineData("clickHouse.InsertRowsAsync(\"people\", rows)", true)]
    [InlineData("what people read FROM peoples", false)]
    [InlineData("WITH people AS (SELECT 1) SELECT * FROM people", false)]
    public void A_use_of_it_is_recognised(string source, bool recognised) => Assert.Equal(recognised, Touches(source));

    // A query may call rows of its own so.
    private static bool Touches(string source) => TouchesPeople().IsMatch(source) && !OwnRows().IsMatch(source);

    [GeneratedRegex(@"\b(FROM|INTO|JOIN)\s+(people|alert_notes)\b|Insert\w*Async\(""(people|alert_notes)\b")]
    private static partial Regex TouchesPeople();

    [GeneratedRegex(@"\bpeople AS\s*\(")]
    private static partial Regex OwnRows();
}
