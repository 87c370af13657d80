using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>Keeps what the workers said last, for the message of a test that waited in vain.</summary>
internal sealed class RecentLines : ILoggerProvider, ILogger
{
    private const int Kept = 40;
    private readonly ConcurrentQueue<string> _lines = new();

    public override string ToString() => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {logLevel} {formatter(state, exception)}");
        if (_lines.Count > Kept) _lines.TryDequeue(out _);
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
