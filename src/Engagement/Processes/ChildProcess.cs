using System.Diagnostics;
using Engagement.Hosting;

namespace Engagement.Processes;

/// <summary>
/// This program again, with another verb, as a child that is started again where it dies. A child stops in order when its
/// standard input closes, so that it never outlives its parent, however the parent ends.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(40);

    private readonly string _name;
    private readonly IReadOnlyList<string> _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly ILogger _log;
    private readonly bool _restart;
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _supervision;
    private Process? _process;

    /// <param name="name">For the log.</param>
    /// <param name="arguments">Verb and its arguments.</param>
    /// <param name="environment">Added to this process's own.</param>
    /// <param name="restart">False where a new start would not bring back what was lost.</param>
    /// <param name="log">Says when the child dies and comes back.</param>
    public ChildProcess(
        string name, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, bool restart, ILogger log)
    {
        (_name, _arguments, _environment, _restart, _log) = (name, arguments, environment, restart, log);
        _supervision = Task.Run(SuperviseAsync);
    }

    /// <summary>Ends when the child is gone for good; fails where it was not asked to go.</summary>
    public Task Ended => _supervision;

    public int? Id => _process?.Id;

    /// <summary>The address the child says it answers at, once it does.</summary>
    public async Task<string> ReadyAsync(CancellationToken cancel)
    {
        var first = await Task.WhenAny(_ready.Task, _supervision).WaitAsync(cancel);
        if (first == _supervision) await _supervision;
        return await _ready.Task.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _supervision.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever awaits Ended hears of it
        _stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        var quickDeaths = 0;
        while (!_stopping.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            var code = await RunOnceAsync();
            if (_stopping.IsCancellationRequested) return;
            if (!_restart || code == ExitCodes.Misconfigured)
                throw new Fault($"The {_name} process ended with exit code {code}. Its log in the data folder's logs/ says why.");
            quickDeaths = Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10) ? quickDeaths + 1 : 0;
            if (quickDeaths == 5)
                throw new Fault($"The {_name} process died five times within seconds of its start (exit code {code}). Its log in the data folder's logs/ says why.");
            _log.LogWarning("The {Child} process died (exit code {Code}); starting it again", _name, code);
            await Task.Delay(TimeSpan.FromMilliseconds(200 << quickDeaths), _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> RunOnceAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true, // on a terminal of its own the engine would write its inner life there
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in _arguments) start.ArgumentList.Add(argument);
        foreach (var (key, value) in _environment) start.Environment[key] = value;

        using var process = Process.Start(start)!;
        _process = process;
        var output = Task.WhenAll(ReadOutputAsync(process), ForwardErrorsAsync(process));
        try
        {
            await process.WaitForExitAsync(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process);
        }
        await output;
        return process.ExitCode;
    }

    private async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(StopDeadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _log.LogError("The {Child} process did not stop within {Deadline} s and was killed", _name, StopDeadline.TotalSeconds);
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task ForwardErrorsAsync(Process process)
    {
        while (await process.StandardError.ReadLineAsync() is { } line) await Console.Error.WriteLineAsync(line);
    }

    private async Task ReadOutputAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (ReadyLine.Address(line) is { } address) _ready.TrySetResult(address);
    }
}
