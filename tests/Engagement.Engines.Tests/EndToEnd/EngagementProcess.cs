using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>The built program as a person runs it. Disposing sends SIGTERM and waits.</summary>
internal sealed class EngagementProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _written = new();
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private EngagementProcess(Process process)
    {
        _process = process;
        _output = ReadAsync(process.StandardOutput);
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static EngagementProcess Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "engagement"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new EngagementProcess(Process.Start(start)!);
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        await RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var program = Start(environment, arguments);
        return await program.EndAsync();
    }

    /// <summary>Its standard output up to now.</summary>
    public string Written
    {
        get
        {
            lock (_written) return _written.ToString();
        }
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Waits for its end.</summary>
    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, await _output, await _errors);
    }

    /// <summary>The process beneath this one that runs a verb; null while there is none.</summary>
    public int? Child(string verb) => Children(_process.Id).Where(pid => Verb(pid) == verb).Select(pid => (int?)pid).FirstOrDefault();

    /// <summary>kill -9.</summary>
    public static void Kill(int pid)
    {
        using var victim = Process.GetProcessById(pid);
        victim.Kill(); // SIGKILL on Unix
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var term = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            }
            catch (TimeoutException)
            {
                _process.Kill(entireProcessTree: true);
                Assert.Fail("The program did not stop within 60 s of SIGTERM. Its errors: " + (_errors.IsCompleted ? await _errors : "(still open)"));
            }
        }
        _process.Dispose();
    }

    private async Task<string> ReadAsync(StreamReader output)
    {
        var buffer = new char[1024];
        while (await output.ReadAsync(buffer) is var read and > 0)
            lock (_written) _written.Append(buffer, 0, read);
        return Written;
    }

    // The kernel lists a child under the thread that made it.
    private static IEnumerable<int> Children(int parent) => Directory.EnumerateDirectories($"/proc/{parent}/task")
        .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(pid => int.Parse(pid, CultureInfo.InvariantCulture));

    private static string? Verb(int pid)
    {
        var file = $"/proc/{pid}/cmdline";
        return File.Exists(file) ? File.ReadAllText(file).Split('\0').ElementAtOrDefault(1) : null;
    }
}
