using System.Security.Cryptography;
using Engagement.ClickHouse;

namespace Engagement.Courses;

/// <summary>
/// The declared outlines in table <c>course_outlines</c>, one row a version. The metrics job sees a change by itself.
/// Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class OutlineStore(ClickHouseClient clickHouse, TimeProvider clock)
{
    /// <summary>Keeps an outline. The same version with the same content again changes nothing; with other content it
    /// replaces that version, which stays in force from when it first was.</summary>
    /// <param name="outline">A valid outline.</param>
    /// <param name="receivedAt">When it came; the version is in force from then on where its name is no date.</param>
    /// <param name="cancel">Leaves the outcome unknown; saving again is harmless.</param>
    public async Task<OutlineChange> SaveAsync(CourseOutline outline, DateTimeOffset receivedAt, CancellationToken cancel = default)
    {
        var content = OutlineRow.Content(outline);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content)[..16]);
        var stored = (await clickHouse.ListAsync<Stored>("""
            SELECT content_hash, toUnixTimestamp64Micro(received_at) AS received_us, row_version, is_deleted FROM course_outlines
            WHERE course_id = {course:String} AND origin = 'declared' AND version = {version:String}
            ORDER BY row_version DESC LIMIT 1
            """, [("course", outline.Course), ("version", outline.Version)], cancel)).SingleOrDefault();
        var replaced = stored is { IsDeleted: 0 } ? stored : null;
        if (replaced?.ContentHash == hash) return OutlineChange.None;

        var first = replaced is not null ? DateTimeOffset.UnixEpoch.AddTicks(replaced.ReceivedUs * TimeSpan.TicksPerMicrosecond) : receivedAt;
        var row = OutlineRow.Json(outline, content, hash, first, NextVersion(stored?.RowVersion ?? 0));
        await clickHouse.InsertAsync("course_outlines", "JSONEachRow", row, Guid.NewGuid().ToString(), cancel);
        return replaced is not null ? OutlineChange.Replaced : OutlineChange.Added;
    }

    /// <summary>Forgets every declared version of a course; its outline is inferred from then on.</summary>
    public Task RemoveAsync(string courseId, CancellationToken cancel = default) => clickHouse.ExecuteAsync("""
        INSERT INTO course_outlines (course_id, origin, version, row_version, is_deleted)
        SELECT course_id, origin, version, greatest(row_version + 1, {now:UInt64}), 1 FROM course_outlines FINAL
        WHERE course_id = {course:String} AND origin = 'declared'
        """, [("course", courseId), ("now", NextVersion(0))], cancel: cancel);

    // A clock that was set back must not make a newer row lose.
    private ulong NextVersion(ulong after) =>
        Math.Max(after + 1, (ulong)((clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond));

    private sealed record Stored(string ContentHash, long ReceivedUs, ulong RowVersion, byte IsDeleted);
}
