namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement simulate --direct</c>.</summary>
public sealed class SimulateTests
{
    [Fact]
    public async Task Direct_statements_are_in_the_data_folder()
    {
        using var folder = new TemporaryFolder();
        var (code, output, errors) = await EngagementProcess.RunAsync("simulate", "--direct", "5000", "--courses", "2", "--seed", "7", "--data", folder.Path);
        Assert.True(code == 0, errors);
        Assert.Equal("About 5,000 statements of 2 courses stored in database engagement\n", output);
        Assert.Equal("2\t1", await Tables.AskAsync(folder.Path, "SELECT uniqExact(course_id), count() BETWEEN 4700 AND 5300 FROM statements FINAL"));
        Assert.Equal("2", await Tables.AskAsync(folder.Path, "SELECT count() FROM course_outlines FINAL"));
    }

    [Theory]
    [InlineData("--out", "--direct", "5000", "--out", "-")]
    [InlineData("--outline-out", "--direct", "5000", "--outline-out", "outline.json")]
    [InlineData("--statements", "--direct", "5000", "--statements", "10")]
    [InlineData("--learners", "--direct", "5000", "--learners", "10")]
    [InlineData("--weeks", "--direct", "5000", "--weeks", "6")]
    [InlineData("--courses", "--courses", "3", "--out", "-")]
    [InlineData("1,000", "--direct", "999")]
    [InlineData("10,000", "--direct", "5000", "--courses", "0")]
    public async Task What_does_not_go_together_is_refused_by_name(string named, params string[] arguments)
    {
        var (code, output, errors) = await EngagementProcess.RunAsync(["simulate", .. arguments]);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(named, errors, StringComparison.Ordinal);
    }
}
