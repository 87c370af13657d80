using System.Diagnostics;
using Engagement.ClickHouse;
using Engagement.Processes;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

/// <summary>The program's verb <c>clickhouse</c> in a process of its own, over a folder that outlives it.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private readonly Process _process;

    private ChildServer(Process process, string url)
    {
        _process = process;
        Client = new ClickHouseClient(new ClickHouseOptions { Url = url, Database = "default" });
    }

    public ClickHouseClient Client { get; }

    /// <summary>Megabytes the process has in memory now.</summary>
    public long ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    public static async Task<ChildServer> StartAsync(string folder, params string[] more)
    {
        var process = Run(folder, more);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (ReadyLine.Address(line) is { } address) return new ChildServer(process, address);
        throw new InvalidOperationException("The child ended before it answered");
    }

    /// <summary>Starts it where it can't start.</summary>
    public static async Task<(int ExitCode, string Said)> FailAsync(string folder)
    {
        using var process = Run(folder);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    private static Process Run(string folder, params string[] more)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "engagement"))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var argument in (string[])["clickhouse", "--data", folder, "--port", "0", .. more]) start.ArgumentList.Add(argument);
        start.Environment.Remove("ClickHouse__Url");
        return Process.Start(start)!;
    }
}
