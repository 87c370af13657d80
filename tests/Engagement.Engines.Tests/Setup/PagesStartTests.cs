using System.Runtime.Versioning;
using Engagement.Tests;

namespace Engagement.Engines.Tests.Setup;

/// <summary>When the pages are built: with a stand-in for npm that makes files where the real package.json says that they are made.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PagesStartTests : IDisposable
{
    private const string Npm = """
        #!/bin/bash
        echo "npm $*" >> "$CALLS"
        cd "$ENGAGEMENT_HOME/dashboards"
        if [[ $* == *"run build"* ]]; then
          types=$(sed -n 's/.*openapi-typescript openapi.json -o \([^ "]*\).*/\1/p' package.json)
          mkdir -p "$(dirname "$types")" dist
          touch "$types" dist/index.html
        fi
        """;

    private readonly StandInTree _tree = new();

    public PagesStartTests()
    {
        _tree.Write("tree/dashboards/package.json", File.ReadAllText(Path.Combine(Repository.Folder, "dashboards", "package.json")));
        _tree.Write("tree/dashboards/src/api/answers.ts", "");
        _tree.AddTool("node", "#!/bin/bash\necho v22.14.0\n");
        _tree.AddTool("npm", Npm);
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task A_second_start_builds_no_pages()
    {
        var first = await _tree.RunAsync("tree/engagement");
        Assert.Equal(0, first.Code);
        Assert.Contains(_tree.TakeCalls(), IsBuild);
        var second = await _tree.RunAsync("tree/engagement");
        Assert.Equal((0, ""), (second.Code, second.Errors));
        Assert.Empty(_tree.TakeCalls());
    }

    [Theory]
    [InlineData("touch tree/dashboards/src/api/answers.ts")]
    [InlineData("rm tree/dashboards/src/api/answers.ts")]
    [InlineData("touch tree/dashboards/openapi.json")]
    [InlineData("rm -r tree/dashboards/dist")]
    public async Task Changed_pages_are_built_again(string change)
    {
        await _tree.RunAsync("tree/engagement");
        _tree.TakeCalls();
        await _tree.RunAsync(change);
        Assert.Equal(0, (await _tree.RunAsync("tree/engagement")).Code);
        Assert.Contains(_tree.TakeCalls(), IsBuild);
    }

    private static bool IsBuild(string call) => call.EndsWith("run build", StringComparison.Ordinal);
}
