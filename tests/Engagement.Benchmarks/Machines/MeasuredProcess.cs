using System.Diagnostics;
using System.Globalization;
using Engagement.Processes;

namespace Engagement.Benchmarks.Machines;

/// <summary>A child whose use of the machine is measured. It is killed where it is not gone in time.</summary>
internal sealed class MeasuredProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _errors;
    private readonly Task _output;
    private readonly List<string> _lines = [];
    private readonly Func<string, string?> _addressIn;

    private MeasuredProcess(string program, IEnumerable<string> arguments, ReadOnlySpan<(string Name, string Value)> environment = default, Func<string, string?>? addressIn = null)
    {
        _addressIn = addressIn ?? ReadyLine.Address;
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        _output = ReadOutputAsync();
    }

    public int Id => _process.Id;

    public ProcessUse Use => ProcessUse.Of(_process.Id);

    /// <summary>The product's program.</summary>
    public static MeasuredProcess Engagement(params string[] arguments) =>
        new(Path.Combine(AppContext.BaseDirectory, "engagement"), [.. arguments, "--child"]);

    /// <summary>The demo, with a port of its own. It is ready when the first half of its course was sent.</summary>
    public static MeasuredProcess Demo(string folder, string minutes) => new(
        Path.Combine(AppContext.BaseDirectory, "engagement"), ["demo", "--minutes", minutes, "--data", folder, "--urls", $"http://127.0.0.1:{FreePort.Find()}", "--child"],
        addressIn: line => line.StartsWith("Open http", StringComparison.Ordinal) ? new Uri(line.Split(' ')[1]).GetLeftPart(UriPartial.Authority) : null);

    /// <summary>ClickHouse, embedded. A server of its own has no .NET before it, so that is kept from optimizing itself while we measure.</summary>
    /// <param name="folder">Its data.</param>
    /// <param name="memory">Bytes it takes the machine to have, as it would in a container; null: as many as there are.</param>
    public static MeasuredProcess ClickHouse(string folder, long? memory) => new(
        Path.Combine(AppContext.BaseDirectory, "engagement"), ["clickhouse", "--port", "0", "--data", folder, "--child"],
        [("DOTNET_TieredPGO", "0"), .. memory is { } bytes ? [("DOTNET_GCHeapHardLimit", bytes.ToString("x", CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>()]);

    /// <summary>This program again, with another verb.</summary>
    public static MeasuredProcess Self(params string[] arguments) => new(Environment.ProcessPath!, arguments);

    /// <summary>A script of the folder <c>node</c>.</summary>
    public static MeasuredProcess Node(string script, params string[] arguments) => new("node", [script, .. arguments]);

    /// <summary>The address it answers at.</summary>
    public async Task<string> ReadyAsync()
    {
        if (await Task.WhenAny(_ready.Task, _output) == _output) throw await FailureAsync();
        return await _ready.Task;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The numbers in the last line it printed.</returns>
    public async Task<double[]> EndAsync() => [.. (await LastLineAsync()).Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>Waits for its end.</summary>
    /// <returns>The last line it printed.</returns>
    public async Task<string> LastLineAsync()
    {
        await _output;
        await _process.WaitForExitAsync();
        return _process.ExitCode == 0 && _lines.Count > 0
            ? _lines[^1]
            : throw await FailureAsync();
    }

    public async Task ThrowIfEndedAsync()
    {
        if (_process.HasExited) throw await FailureAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close(); // the product's children end with their parent's pipe
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        _process.Dispose();
    }

    private async Task ReadOutputAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
            if (_addressIn(line) is { } address) _ready.TrySetResult(address);
        }
    }

    private async Task<Exception> FailureAsync() =>
        new InvalidOperationException($"{_process.StartInfo.FileName} ended: {string.Join('\n', _lines.TakeLast(5))}\n{await _errors}");
}
