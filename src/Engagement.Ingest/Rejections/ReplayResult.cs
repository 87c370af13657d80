using Engagement.Statements;

namespace Engagement.Ingest.Rejections;

/// <summary>What became of messages that were to be sent again. Not thread-safe.</summary>
public sealed class ReplayResult
{
    private readonly Dictionary<string, (long Count, Rejection Example)> _refused = [];

    /// <summary>Acknowledged by the statements' topic.</summary>
    public long Sent { get; internal set; }

    /// <summary>Letters the broker keeps no longer.</summary>
    public long Gone { get; internal set; }

    /// <summary>Letters that were cut, as they were too large for the dead-letter topic.</summary>
    public long Cut { get; internal set; }

    /// <summary>Would be passed over, so they are not sent.</summary>
    public long Ignored { get; internal set; }

    /// <summary>Would be refused again, so they are not sent: by rule, most frequent first, with one of them.</summary>
    public IEnumerable<(long Count, Rejection Example)> Refused =>
        _refused.Values.OrderByDescending(r => r.Count).ThenBy(r => r.Example.Rule, StringComparer.Ordinal);

    internal void Refuse(Rejection rejection) =>
        _refused[rejection.Rule] = (_refused.TryGetValue(rejection.Rule, out var known) ? known.Count + 1 : 1, rejection);
}
