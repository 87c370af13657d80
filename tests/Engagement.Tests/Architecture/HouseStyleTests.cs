using System.Text.RegularExpressions;

namespace Engagement.Tests.Architecture;

public partial class HouseStyleTests
{
    private const int LongestFile = 300;

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        Assert.Empty(SourceTree.SourceFiles
            .Select(file => (File: file, Lines: File.ReadLines(Path.Combine(SourceTree.Root, file)).Count()))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.File}: {file.Lines} lines"));

    [Fact]
    public void No_type_is_named_after_having_no_subject() =>
        Assert.Empty(
            from file in SourceTree.SourceFiles
            where file.StartsWith("src", StringComparison.Ordinal)
            from Match type in SubjectlessType().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, file)))
            select $"{file}: {type.Groups["name"].Value}");

    [Theory]
    [InlineData("internal static class JsonUtils", true)]
    [InlineData("public sealed record struct DateHelper(int X)", true)]
    [InlineData("class ConnectionManager : IDisposable", true)]
    [InlineData("interface ICommonThings", false)]
    [InlineData("public sealed class Implication", false)]
    public void A_name_without_a_subject_is_recognised(string declaration, bool recognised) =>
        Assert.Equal(recognised, SubjectlessType().IsMatch(declaration));

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)\s+(?<name>\w*(Utils?|Utilities|Helpers?|Manager|Common|Impl))\b")]
    private static partial Regex SubjectlessType();
}
