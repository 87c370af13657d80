using Engagement.Engines.Tests.Engines;
using System.Text;

namespace Engagement.Engines.Tests.Metrics.Examples;

/// <summary>Small courses told in tables, which people can check by hand.</summary>
public class ExampleTests(ExampleDatabase database) : IClassFixture<ExampleDatabase>
{
    public static TheoryData<string> Names => new(ExampleDatabase.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Statements_give_the_rows_that_people_expect(string name)
    {
        var example = database.Examples[name];
        var expected = example.Expected;
        var columns = expected.Columns.Where(c => c != "note").ToList();
        var wanted = expected.Rows.ConvertAll(row => Line(columns.Select(c => expected.Value(row, c))));
        var difference = Difference(wanted, await FoundAsync(example, columns));
        Assert.True(difference.Length == 0, $"{name}: - is expected, + is found\n  {Line(columns)}\n{difference}");
    }

    [Theory]
    [InlineData("visits")]
    [InlineData("enrolments")]
    [InlineData("section_engagement")]
    [InlineData("section_daily")]
    [InlineData("learner_days")]
    [InlineData("feedback")]
    [InlineData("help")]
    [InlineData("community")]
    [InlineData("artifacts")]
    [InlineData("course_summary")]
    public void Model_has_an_example(string model) => Assert.Contains(database.Examples.Values, example => example.Model == model);

    private async Task<List<string>> FoundAsync(Example example, List<string> columns)
    {
        var text = await database.ClickHouse.TextAsync(
            "SELECT * FROM {model:Identifier} WHERE course_id = {course:String} SETTINGS final = 1", "TabSeparatedWithNames",
            ("model", example.Model), ("course", example.Course));
        var lines = text.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')).ToList();
        Assert.Empty(columns.Except(lines[0]));
        return [.. lines.Skip(1).Select(row => Line(columns.Select(c => example.Readable(row[Array.IndexOf(lines[0], c)]))))];
    }

    private static string Line(IEnumerable<string> values) => string.Join(" | ", values);

    // Empty where the rows are the same, in whatever order; else all rows, those marked that only one side has.
    private static string Difference(List<string> wanted, List<string> found)
    {
        var surplus = found.ToList();
        var missing = 0;
        var lines = new StringBuilder();
        foreach (var row in wanted)
        {
            var isThere = surplus.Remove(row);
            if (!isThere) missing++;
            lines.Append(isThere ? "  " : "- ").AppendLine(row);
        }
        foreach (var row in surplus) lines.Append("+ ").AppendLine(row);
        return missing + surplus.Count == 0 ? "" : lines.ToString();
    }
}
