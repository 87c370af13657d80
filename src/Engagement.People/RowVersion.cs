namespace Engagement.People;

/// <summary>Of several rows with one key the one with the highest version counts.</summary>
internal static class RowVersion
{
    /// <summary>Microseconds since 1970. A clock that was set back must not make a newer row lose.</summary>
    public static ulong After(ulong stored, TimeProvider clock) =>
        Math.Max(stored + 1, (ulong)((clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond));
}
