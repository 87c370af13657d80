using System.Runtime.Versioning;

namespace Engagement.Engines.Tests.Setup;

[UnsupportedOSPlatform("windows")]
public sealed class PlaceTests : IDisposable
{
    private readonly StandInTree _tree = new();

    public void Dispose() => _tree.Dispose();

    private string Feed => File.ResolveLinkTarget(Path.Combine(_tree.Tree, ".setup/feed"), false)!.FullName;

    private void MoveCache(string to)
    {
        var target = Path.Combine(_tree.Folder, to);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Directory.Move(Path.Combine(_tree.Home, ".cache/engagement"), target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/nonexistent/home")]
    public async Task Without_a_usable_home_all_caches_lie_in_the_tree(string? home)
    {
        MoveCache("tree/.setup/cache");
        _tree.AddTool("dotnet", File.ReadAllText(Path.Combine(_tree.Folder, "tools/dotnet")) + "\nenv >> \"$CALLS\"\n");
        var outcome = await _tree.RunAsync(
            (home is null ? "unset HOME; " : $"HOME={home} ") + "tree/engagement");
        var cache = Path.Combine(_tree.Tree, ".setup/cache");
        Assert.Equal((0, cache + "/feed"), (outcome.Code, Feed));
        var calls = _tree.TakeCalls();
        Assert.Contains($"NUGET_PACKAGES={cache}/nuget", calls);
        Assert.Contains($"DOTNET_CLI_HOME={cache}/dotnet", calls);
        Assert.Contains($"npm_config_cache={cache}/npm", calls);
    }

    [Fact]
    public async Task The_cache_can_be_chosen()
    {
        MoveCache("big disk/cache");
        Assert.Equal(0, (await _tree.RunAsync("ENGAGEMENT_CACHE='big disk/cache' tree/engagement")).Code);
        Assert.Equal(Path.Combine(_tree.Folder, "big disk/cache/feed"), Feed);
    }

    [Fact]
    public async Task A_tree_keeps_its_cache_when_started_with_another_home()
    {
        await _tree.RunAsync("tree/engagement");
        _tree.TakeCalls();
        Assert.Equal(0, (await _tree.RunAsync("unset HOME; tree/engagement")).Code);
        Assert.Empty(_tree.TakeCalls());
    }

    [Fact]
    public async Task A_tree_that_can_not_be_written_to_says_so_in_one_line()
    {
        var outcome = await _tree.RunAsync(AsNobody("tree/engagement"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("can't be written to", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tree_that_is_set_up_starts_where_it_can_not_be_written_to()
    {
        await _tree.RunAsync("tree/engagement");
        _tree.TakeCalls();
        var outcome = await _tree.RunAsync(AsNobody("tree/engagement"));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Empty(_tree.TakeCalls());
    }

    [Fact]
    public async Task A_cache_that_can_not_be_written_to_says_so_in_one_line()
    {
        var outcome = await _tree.RunAsync("ENGAGEMENT_CACHE=/proc/cache tree/engagement");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("Set ENGAGEMENT_CACHE", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    // Root may write everywhere, so it becomes somebody who may not.
    private string AsNobody(string command) =>
        Environment.IsPrivilegedProcess
            ? $"setpriv --reuid 65534 --regid 65534 --clear-groups {command}"
            : $"chmod -R a-w tree; {command}; code=$?; chmod -R u+w tree; exit $code";
}
