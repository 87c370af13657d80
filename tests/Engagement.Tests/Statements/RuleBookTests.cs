using System.Reflection;
using System.Text.RegularExpressions;
using Engagement.Statements;
using Engagement.Tests.Architecture;

namespace Engagement.Tests.Statements;

/// <summary>docs/xapi.md says what the code does, and names tests that there are.</summary>
public sealed partial class RuleBookTests
{
    private static readonly string Book = File.ReadAllText(Path.Combine(SourceTree.Root, "docs/xapi.md"));

    public static TheoryData<string> RuleNames =>
        [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Concat(typeof(IgnoreRules).GetFields(BindingFlags.Public | BindingFlags.Static)).Select(rule => (string)rule.GetValue(null)!)];

    public static TheoryData<string> Broken =>
        [.. typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(rule => (string)rule.GetValue(null)!)];

    public static TheoryData<string> Settings =>
        [.. typeof(ReadingOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    [MemberData(nameof(Settings))]
    public void Every_rule_and_setting_is_in_the_book(string name) => Assert.Contains($"`{name}`", Book, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Every_rule_has_one_line_of_advice_that_the_book_gives_too(string rule)
    {
        var advice = RuleAdvice.Of(rule);
        Assert.NotNull(advice);
        Assert.DoesNotContain('\n', advice);
        Assert.Contains($"| `{rule}` | {advice} |", Book, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_that_the_book_names_exists()
    {
        var tests = typeof(RuleBookTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(method => method.Name)
            .ToHashSet();
        var named = TestName().Matches(Book).Select(match => match.Groups["name"].Value).Distinct().ToList();
        Assert.InRange(named.Count, 33, int.MaxValue);
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void Each_of_the_33_rules_has_a_row_with_tests_that_accept_and_reject()
    {
        var rows = Book.Split('\n').Where(line => Row().IsMatch(line)).Select(line => line.Split('|')).ToList();
        Assert.Equal(Enumerable.Range(1, 33).Select(number => $" {number} "), rows.Select(cells => cells[1]));
        Assert.All(rows, cells =>
        {
            Assert.Matches(TestName(), cells[5]);
            Assert.Matches(TestName(), cells[6]);
        });
    }

    // Test names are the only ones here with an underscore, a capital first and at least two words.
    [GeneratedRegex("`(?<name>[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,})`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Row();
}
