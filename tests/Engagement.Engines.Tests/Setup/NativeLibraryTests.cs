using System.Runtime.Versioning;

namespace Engagement.Engines.Tests.Setup;

[UnsupportedOSPlatform("windows")]
public sealed class NativeLibraryTests : IDisposable
{
    private readonly StandInTree _tree = new();

    public void Dispose() => _tree.Dispose();

    private string Cache => Path.Combine(_tree.Home, ".cache/engagement");

    private string Library => Path.Combine(Cache, "chdb/26.7.3-stable.1/libchdb.so");

    [Fact]
    public async Task A_download_with_another_sum_is_refused_and_leaves_nothing()
    {
        File.Delete(Library);
        _tree.AddTool("npm", "#!/bin/bash\necho wrong > package.tgz\n");
        _tree.AddTool("node", "#!/bin/bash\necho sha512-other\n");
        var outcome = await _tree.RunAsync("tree/engagement");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("is not what it was", outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Library));
        Assert.Empty(Directory.EnumerateDirectories(Cache, "work.*"));
    }

    [Fact]
    public async Task A_failed_download_says_so_and_the_next_start_tries_again()
    {
        File.Delete(Library);
        _tree.AddTool("npm", "#!/bin/bash\necho npm >> \"$CALLS\"; echo 'npm error network request failed'; exit 1\n");
        var outcome = await _tree.RunAsync("tree/engagement");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("Is there a network?", outcome.Errors, StringComparison.Ordinal);
        await _tree.RunAsync("tree/engagement");
        Assert.Equal(2, _tree.TakeCalls().Count(call => call == "npm"));
    }

    [Fact]
    public async Task With_a_server_of_ones_own_the_embedded_one_is_not_fetched()
    {
        File.Delete(Library);
        Assert.Equal(0, (await _tree.RunAsync("ClickHouse__Url=http://clickhouse:8123 tree/engagement")).Code);
        Assert.DoesNotContain(_tree.TakeCalls(), call => call.StartsWith("npm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_registry_is_asked_once_and_its_package_used_where_it_holds_one()
    {
        File.Delete(Path.Combine(Cache, "feed/librdkafka.redist.2.15.1.nupkg"));
        Assert.Equal(0, (await _tree.RunAsync("tree/engagement")).Code);
        await _tree.RunAsync("touch tree/src/Engagement/A.cs; tree/engagement");
        var calls = _tree.TakeCalls();
        Assert.Single(calls, call => call.StartsWith("dotnet restore trial.csproj", StringComparison.Ordinal));
        Assert.DoesNotContain(calls, call => call.StartsWith("npm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_compiler_is_named_with_the_way_to_get_it()
    {
        File.Delete(Path.Combine(Cache, "feed/librdkafka.redist.2.15.1.nupkg"));
        _tree.Write("tree/.setup/answers/librdkafka.redist.2.15.1", "absent\n");
        // Every tool but the compiler.
        await _tree.RunAsync("mkdir some; ln -s /usr/bin/* /bin/* some/ 2>/dev/null; rm -f some/cc");
        var outcome = await _tree.RunAsync("tree/engagement", ("PATH", $"{_tree.Folder}/tools:{_tree.Folder}/some"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("a C compiler is missing (cc). Install it: apt-get install gcc", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_registry_is_no_answer()
    {
        File.Delete(Path.Combine(Cache, "feed/librdkafka.redist.2.15.1.nupkg"));
        _tree.AddTool("dotnet", "#!/bin/bash\necho 'error NU1301: Unable to load the service index'; exit 1\n");
        var outcome = await _tree.RunAsync("tree/engagement");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("Is there a network?", outcome.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_tree.Tree, ".setup/answers")));
    }
}
