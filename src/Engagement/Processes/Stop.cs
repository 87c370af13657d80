using System.Runtime.InteropServices;

namespace Engagement.Processes;

/// <summary>
/// Turns Ctrl-C, SIGTERM and, for a child, the end of its standard input into a cancelled token. A second Ctrl-C ends the
/// process at once. A child leaves Ctrl-C to its parent, which stops its children in order.
/// </summary>
public sealed class Stop : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    public Stop(bool isChild)
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Request));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, isChild ? context => context.Cancel = true : Request));
        if (isChild) _ = Task.Run(WatchInputAsync);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private void Request(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested) return; // the second one has its default effect
        context.Cancel = true;
        _source.Cancel();
    }

    private async Task WatchInputAsync()
    {
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[64];
        while (await input.ReadAsync(buffer) > 0) { }
        await _source.CancelAsync();
    }
}
