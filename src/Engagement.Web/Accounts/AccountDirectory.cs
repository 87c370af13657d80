using Engagement.ClickHouse;

namespace Engagement.Web.Accounts;

/// <summary>
/// Who may ask, held in memory so that a page may ask every two seconds: read anew when it is older than <see cref="Freshness"/>. So
/// long may a disabled account, a changed password or a revoked key still be good; what this process changes itself shows at once. Thread-safe.
/// </summary>
public sealed class AccountDirectory(AccountStore accounts, ApiKeyStore keys, EndedSessions sessions, TimeProvider clock) : IDisposable
{
    public static TimeSpan Freshness { get; } = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Entries? _entries;
    private volatile int _changes;

    /// <summary>As it was at most <see cref="Freshness"/> ago.</summary>
    /// <exception cref="HttpRequestException">ClickHouse does not answer: nobody is let in on what was true once.</exception>
    /// <exception cref="ClickHouseException">It refused.</exception>
    public async ValueTask<Entries> ReadAsync(CancellationToken cancel)
    {
        if (_entries is { } held && IsFresh(held)) return held;
        await _reading.WaitAsync(cancel);
        try
        {
            if (_entries is { } read && IsFresh(read)) return read;
            var changes = _changes;
            var entries = await ReadNewAsync(cancel);
            if (changes == _changes) _entries = entries; // else it may be of before the change
            return entries;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Something was changed here: whoever asks next reads anew.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _entries = null;
    }

    public void Dispose() => _reading.Dispose();

    private bool IsFresh(Entries entries) => clock.GetElapsedTime(entries.ReadAt) < Freshness;

    private async Task<Entries> ReadNewAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var readAt = clock.GetTimestamp(); // before: what changes meanwhile is not missed for longer
        try
        {
            var all = await accounts.ListAsync(patience.Token);
            return new Entries(readAt,
                all.ToDictionary(a => a.Id), all.ToDictionary(a => a.UserName),
                (await keys.ListAsync(patience.Token)).ToDictionary(k => k.Id),
                (await sessions.ListAsync(patience.Token)).ToHashSet());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"ClickHouse took longer than {Patience.TotalSeconds:0} s to say who may ask");
        }
    }

    /// <summary>Everybody at one time.</summary>
    /// <param name="ReadAt">Timestamp of the clock.</param>
    /// <param name="ById">Accounts by id.</param>
    /// <param name="ByName">Accounts by user name.</param>
    /// <param name="Keys">API keys by id.</param>
    /// <param name="Ended">Ids of sessions somebody signed out of.</param>
    public sealed record Entries(
        long ReadAt, IReadOnlyDictionary<Guid, Account> ById, IReadOnlyDictionary<string, Account> ByName,
        IReadOnlyDictionary<Guid, ApiKey> Keys, IReadOnlySet<Guid> Ended);
}
