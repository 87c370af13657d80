using System.Runtime.Versioning;

namespace Engagement.Engines.Tests.Setup;

[UnsupportedOSPlatform("windows")]
public sealed class StartTests : IDisposable
{
    private readonly StandInTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task The_program_gets_the_callers_folder_and_arguments_unchanged()
    {
        Directory.CreateDirectory(Path.Combine(_tree.Folder, "else where"));
        await _tree.RunAsync("ln -s ../tree/engagement 'else where/link'");
        var outcome = await _tree.RunAsync("cd 'else where' && ./link analyze 'a b' '' '*'");
        Assert.Equal((0, $"in {_tree.Folder}/else where\n<analyze><a b><><*>"), (outcome.Code, outcome.Output));
    }

    [Fact]
    public async Task A_second_start_calls_no_tool_and_says_nothing()
    {
        await _tree.RunAsync("tree/engagement");
        Assert.NotEmpty(_tree.TakeCalls());
        var second = await _tree.RunAsync("tree/engagement");
        Assert.Equal((0, ""), (second.Code, second.Errors));
        Assert.Empty(_tree.TakeCalls());
    }

    [Theory]
    [InlineData("touch tree/src/Engagement/A.cs")]
    [InlineData("touch tree/src/Engagement/New.cs")]
    [InlineData("rm tree/src/Engagement/A.cs")]
    [InlineData("mv tree/src/Engagement/A.cs tree/src/Engagement/B.cs")]
    [InlineData("touch tree/nuget.config")]
    [InlineData("rm -r tree/artifacts")]
    public async Task A_changed_tree_is_built_again(string change)
    {
        await _tree.RunAsync("tree/engagement");
        _tree.TakeCalls();
        await _tree.RunAsync(change);
        Assert.Equal(0, (await _tree.RunAsync("tree/engagement")).Code);
        Assert.Contains(_tree.TakeCalls(), call => call.StartsWith("dotnet build", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_changed_while_it_builds_is_built_again()
    {
        await _tree.RunAsync("tree/engagement", ("EDITED_MEANWHILE", Path.Combine(_tree.Tree, "src/Engagement/A.cs")));
        _tree.TakeCalls();
        await _tree.RunAsync("tree/engagement");
        Assert.Contains(_tree.TakeCalls(), call => call.StartsWith("dotnet build", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_right_after_a_step_began_counts_as_newer()
    {
        var outcome = await _tree.RunAsync(
            """
            set -e
            . tree/infra/setup/place.sh
            . tree/infra/setup/say.sh probe
            for i in {1..50}; do
              begin_stamp probe
              : >changed
              end_stamp probe
              if fresh probe changed; then exit 1; fi
            done
            """);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
    }

    [Fact]
    public async Task A_failed_build_names_the_fault_and_the_log_and_is_tried_again()
    {
        await _tree.RunAsync("tree/engagement");
        _tree.Write("tree/broken", "");
        await _tree.RunAsync("touch tree/src/Engagement/A.cs");
        var failed = await _tree.RunAsync("tree/engagement");
        Assert.Equal((1, ""), (failed.Code, failed.Output));
        Assert.Contains("error CS1002", failed.Errors, StringComparison.Ordinal);
        Assert.EndsWith("/.setup/logs/build-program.log", failed.ErrorLines[^1], StringComparison.Ordinal);
        Assert.False(File.Exists(_tree.Stamp));

        File.Delete(Path.Combine(_tree.Tree, "broken"));
        Assert.Equal(0, (await _tree.RunAsync("tree/engagement")).Code);
    }

    [Fact]
    public async Task Two_starts_at_once_set_up_once()
    {
        var both = await _tree.RunAsync("tree/engagement & first=$!; tree/engagement && wait $first", ("BUILD_SECONDS", "1"));
        Assert.Equal(0, both.Code);
        Assert.Single(_tree.TakeCalls(), call => call.StartsWith("dotnet build", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_build_and_leaves_no_stamp()
    {
        var outcome = await _tree.RunAsync(
            """
            set -m
            env --default-signal=INT tree/engagement & start=$!
            until grep -qs 'dotnet build' calls; do sleep 0.05; done
            kill -INT -- -$start
            wait $start; code=$?
            pgrep -f "$PWD/tree/infra" && exit 99
            exit $code
            """,
            ("BUILD_SECONDS", "30"));
        Assert.Equal(130, outcome.Code);
        Assert.False(File.Exists(_tree.Stamp));
    }
}
