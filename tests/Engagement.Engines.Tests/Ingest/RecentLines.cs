using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>Keeps what the workers said: the last of it for the message of a test that waited in vain, what matters to be asked for.</summary>
internal sealed class RecentLines : ILoggerProvider, ILogger
{
    private const int Kept = 40;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _all = new();

    public override string ToString() => string.Join('\n', _lines);

    /// <summary>Whether a line with this text came, of at least information level.</summary>
    public bool Contain(string text) => _all.Any(line => line.Contains(text, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {logLevel} {formatter(state, exception)}";
        if (logLevel >= LogLevel.Information) _all.Enqueue(line);
        _lines.Enqueue(line);
        if (_lines.Count > Kept) _lines.TryDequeue(out _);
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
