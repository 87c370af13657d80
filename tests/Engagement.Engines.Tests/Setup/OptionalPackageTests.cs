using System.Runtime.Versioning;

namespace Engagement.Engines.Tests.Setup;

[UnsupportedOSPlatform("windows")]
public sealed class OptionalPackageTests : IDisposable
{
    private const string List = """
        <Project>
          <ItemGroup Label="Optional Abacus">
            <PackageVersion Include="Counting.Frame" Version="1.0.0" />
          </ItemGroup>
          <ItemGroup Label="Optional Dial">
            <PackageVersion Include="Sun.Dial" Version="2.0.0" />
          </ItemGroup>
          <ItemGroup Label="Tests">
            <PackageVersion Include="xunit" Version="2.9.3" />
          </ItemGroup>
        </Project>
        """;

    // Holds what is named in the file held; a restore's project is looked into.
    private const string Registry = """
        #!/bin/bash
        if [[ $1 == restore ]]; then
          echo "restore $(grep -o 'Include="[A-Z][a-z]*\.[A-Z][a-z]*" Version="[0-9.]*"' "$2" | tr '\n' ' ')" >> "$CALLS"
          [[ $2 != optional.csproj ]] || grep -qf "$HELD" "$2" || { echo "error NU1101: Unable to find package"; exit 1; }
          exit 0
        fi
        echo "dotnet $*" >> "$CALLS"
        mkdir -p "$ENGAGEMENT_HOME/artifacts/bin/Engagement/release"
        printf '#!/bin/bash\n' > "$ENGAGEMENT_HOME/artifacts/bin/Engagement/release/engagement"
        chmod +x "$ENGAGEMENT_HOME/artifacts/bin/Engagement/release/engagement"
        """;

    private readonly StandInTree _tree = new();

    public OptionalPackageTests()
    {
        _tree.Write("tree/Directory.Packages.props", List);
        _tree.Write("held", "Sun.Dial\n");
        _tree.AddTool("dotnet", Registry);
    }

    public void Dispose() => _tree.Dispose();

    private string Answer => Path.Combine(_tree.Tree, ".setup/optional.props");

    private Task<StandInTree.Outcome> StartAsync() => _tree.RunAsync("tree/engagement", ("HELD", Path.Combine(_tree.Folder, "held")));

    [Fact]
    public async Task Each_group_is_asked_for_once_and_the_answer_is_where_the_build_reads_it()
    {
        var outcome = await StartAsync();

        Assert.Equal(0, outcome.Code);
        Assert.Contains("does not hold Abacus; the product is built without", outcome.Errors, StringComparison.Ordinal);
        var answer = File.ReadAllText(Answer);
        Assert.Contains("<HasAbacus>false</HasAbacus>", answer, StringComparison.Ordinal);
        Assert.Contains("<HasDial>true</HasDial>", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("xunit", answer, StringComparison.Ordinal);
        Assert.Contains("restore Include=\"Counting.Frame\" Version=\"1.0.0\" ", _tree.TakeCalls());

        Assert.Equal(0, (await StartAsync()).Code);
        Assert.Empty(_tree.TakeCalls());
    }

    [Fact]
    public async Task A_changed_list_is_asked_again_and_built_again()
    {
        await StartAsync();
        _tree.TakeCalls();
        File.SetLastWriteTimeUtc(Path.Combine(_tree.Tree, "Directory.Packages.props"), TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1));
        File.WriteAllText(Path.Combine(_tree.Folder, "held"), "Counting.Frame\n");

        await StartAsync();

        Assert.Contains(_tree.TakeCalls(), call => call.StartsWith("dotnet build", StringComparison.Ordinal));
        Assert.Contains("<HasAbacus>true</HasAbacus>", File.ReadAllText(Answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_is_not_reached_is_no_answer()
    {
        _tree.AddTool("dotnet", "#!/bin/bash\necho 'error NU1301: Unable to load the service index'; exit 1\n");

        var outcome = await StartAsync();

        Assert.Equal(1, outcome.Code);
        Assert.Contains("cannot ask the NuGet registry for the optional packages. Is there a network?", outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Answer));
    }
}
