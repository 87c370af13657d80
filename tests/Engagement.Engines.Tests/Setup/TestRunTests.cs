using System.Runtime.Versioning;

namespace Engagement.Engines.Tests.Setup;

[UnsupportedOSPlatform("windows")]
public sealed class TestRunTests : IDisposable
{
    private readonly StandInTree _tree = new();

    public void Dispose() => _tree.Dispose();

    private void Project(string name, int code, int total, int passed, int failed, string more = "") =>
        _tree.Write(
            $"tree/{name}.run",
            $"""
            #!/bin/bash
            echo '<Counters total="{total}" executed="{passed + failed}" passed="{passed}" failed="{failed}" error="0" />' > "$ENGAGEMENT_HOME/artifacts/test-results/{name}.trx"
            {more}
            exit {code}
            """,
            executable: true);

    [Fact]
    public async Task The_last_line_sums_the_projects()
    {
        Project("Engagement.Tests", 0, 10, 9, 0);
        Project("Engagement.Engines.Tests", 1, 7, 4, 2, "echo '  Failed A_test [1 ms]'; echo '   because'; echo '  Passed Another [1 ms]'");
        Project("Engagement.Browser.Tests", 0, 1, 1, 0);
        var outcome = await _tree.RunAsync("tree/engagement test");
        Assert.Equal((1, "14 passed, 2 failed, 2 skipped"), (outcome.Code, outcome.LastLine));
        Assert.Contains("  Failed A_test [1 ms]\n   because\nengagement", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_green_is_exit_code_0()
    {
        Project("Engagement.Tests", 0, 3, 3, 0);
        var outcome = await _tree.RunAsync("tree/engagement test");
        Assert.Equal((0, "3 passed, 0 failed, 0 skipped"), (outcome.Code, outcome.LastLine));
    }

    [Theory]
    [InlineData(134, 3, 0, "3 passed, 1 failed, 0 skipped")]
    [InlineData(1, 3, 1, "3 passed, 2 failed, 0 skipped")]
    public async Task A_run_that_broke_off_counts_as_a_failure(int code, int passed, int failed, string line)
    {
        Project("Engagement.Tests", code, passed + failed, passed, failed, "echo 'Test Run Aborted.'");
        var outcome = await _tree.RunAsync("tree/engagement test");
        Assert.Equal((1, line), (outcome.Code, outcome.LastLine));
    }

    [Fact]
    public async Task A_run_without_results_counts_as_a_failure()
    {
        _tree.Write("tree/Engagement.Tests.run", "#!/bin/bash\nexit 1\n", executable: true);
        Assert.Equal("0 passed, 1 failed, 0 skipped", (await _tree.RunAsync("tree/engagement test")).LastLine);
    }

    [Fact]
    public async Task Nothing_run_is_a_failure()
    {
        var outcome = await _tree.RunAsync("tree/engagement test --filter None");
        Assert.Equal((1, "0 passed, 0 failed, 0 skipped"), (outcome.Code, outcome.LastLine));
        Assert.Equal(4, _tree.TakeCalls().Count(call => call.StartsWith("dotnet vstest", StringComparison.Ordinal) && call.EndsWith("--TestCaseFilter:None", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_process_left_behind_does_not_hold_the_run()
    {
        Project("Engagement.Tests", 0, 1, 1, 0, "sleep 1000 &");
        var outcome = await _tree.RunAsync("tree/engagement test");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("left processes behind", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0, "1 passed, 0 failed, 0 skipped")]
    [InlineData("true", 1, "1 passed, 1 failed, 0 skipped")]
    public async Task A_missing_browser_is_skipped_on_a_laptop_and_fails_in_CI(string ci, int code, string line)
    {
        Project("Engagement.Tests", 0, 1, 1, 0);
        File.Delete(Path.Combine(_tree.Folder, "tools/chromium"));
        // Every tool but a browser, and none that could install one.
        await _tree.RunAsync("mkdir some; ln -s /usr/bin/* /bin/* some/ 2>/dev/null; rm -f some/chromium some/apt-get");
        var outcome = await _tree.RunAsync("tree/engagement test", ("CI", ci), ("PATH", $"{_tree.Folder}/tools:{_tree.Folder}/some"));
        Assert.Equal((code, line), (outcome.Code, outcome.LastLine));
        Assert.Contains("tests that need chromium can't run", outcome.Errors, StringComparison.Ordinal);
    }
}
