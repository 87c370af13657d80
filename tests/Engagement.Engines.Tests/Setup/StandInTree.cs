using Engagement.Tests;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace Engagement.Engines.Tests.Setup;

/// <summary>
/// A tree with the real <c>./engagement</c> and its steps, and stand-ins for the tools they call: `dotnet build` makes a
/// program that prints its folder and arguments. Every call of a tool is noted. HOME and the cache are its own.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class StandInTree : IDisposable
{
    private const string ChdbFile = "chdb/26.7.3-stable.1/libchdb.so";

    private const string Dotnet = """
        #!/bin/bash
        echo "dotnet $*" >> "$CALLS"
        case $1 in
          build)
            sleep "${BUILD_SECONDS:-0}"
            [[ -z ${EDITED_MEANWHILE:-} ]] || touch "$EDITED_MEANWHILE"
            if [[ -e $ENGAGEMENT_HOME/broken ]]; then echo "src/A.cs(1,1): error CS1002: ; expected"; exit 1; fi
            mkdir -p "$ENGAGEMENT_HOME/artifacts/bin/Engagement/release"
            printf '#!/bin/bash\necho "in $PWD"\nprintf "<%%s>" "$@"\n' > "$ENGAGEMENT_HOME/artifacts/bin/Engagement/release/engagement"
            chmod +x "$ENGAGEMENT_HOME/artifacts/bin/Engagement/release/engagement" ;;
          vstest)
            project=$(basename "$2" .dll)
            [[ ! -x $ENGAGEMENT_HOME/$project.run ]] || exec "$ENGAGEMENT_HOME/$project.run" ;;
        esac
        """;

    private const string Other = """
        #!/bin/bash
        echo "$(basename "$0") $*" >> "$CALLS"
        """;

    public StandInTree()
    {
        Folder = Directory.CreateTempSubdirectory("engagement-setup-").FullName;
        File.SetUnixFileMode(Folder, (UnixFileMode)0b111_101_101);
        var repository = Repository.Folder;
        Copy(Path.Combine(repository, "engagement"), Path.Combine(Tree, "engagement"));
        foreach (var script in Directory.EnumerateFiles(Path.Combine(repository, "infra"), "*.sh", SearchOption.AllDirectories))
            Copy(script, Path.Combine(Tree, Path.GetRelativePath(repository, script)));
        Write("tree/nuget.config", "<configuration />");
        Write("tree/src/Engagement/Engagement.csproj", "<Project />");
        Write("tree/src/Engagement/A.cs", "");
        Write("home/.cache/engagement/" + ChdbFile, "a library");
        Write("home/.cache/engagement/feed/librdkafka.redist.2.15.1.nupkg", "a package");
        AddTool("dotnet", Dotnet);
        foreach (var tool in new[] { "npm", "node", "chromium", "kcat", "curl" })
            AddTool(tool, Other);
    }

    public string Folder { get; }

    public string Tree => Path.Combine(Folder, "tree");

    public string Home => Path.Combine(Folder, "home");

    public string Stamp => Path.Combine(Tree, ".setup/stamps/program");

    /// <summary>The calls of tools since the last look.</summary>
    public IReadOnlyList<string> TakeCalls()
    {
        var file = Path.Combine(Folder, "calls");
        var calls = File.Exists(file) ? File.ReadAllLines(file) : [];
        File.Delete(file);
        return calls;
    }

    public void AddTool(string name, string script) => Write($"tools/{name}", script, executable: true);

    public void Write(string path, string text, bool executable = false)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (executable)
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }

    public async Task<Outcome> RunAsync(string command, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", command])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{Folder}/tools:/usr/bin:/bin";
        start.Environment["HOME"] = Home;
        start.Environment["CALLS"] = Path.Combine(Folder, "calls");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return new Outcome(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{command}' took more than a minute.");
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal sealed record Outcome(int Code, string Output, string Errors)
    {
        public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
