using Engagement.ClickHouse;

namespace Engagement.Alerts.Delivery.Mail;

/// <summary>Digests in ClickHouse. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class DigestStore(ClickHouseClient clickHouse)
{
    /// <summary>Facilitators, and what they have not been told yet.</summary>
    /// <param name="week">Older events are told no more.</param>
    /// <param name="cancel">Stops asking.</param>
    internal Task<List<Due>> DueAsync(DateTimeOffset week, CancellationToken cancel) =>
        clickHouse.ListAsync<Due>(Sql.File(typeof(DigestStore).Assembly, "Delivery.Mail", "due"), [("week", week)], cancel);

    /// <summary>Planned in these days.</summary>
    public Task<List<Digest>> PlannedAsync(DateOnly from, CancellationToken cancel) => clickHouse.ListAsync<Digest>("""
        SELECT digest_id, facilitator_id, day, events, planned_at, sent_at, tries, tried_at, answer, row_version FROM digests FINAL
        WHERE day >= {from:Date32} ORDER BY planned_at SETTINGS date_time_output_format = 'iso'
        """, [("from", from)], cancel);

    public Task SaveAsync(Digest digest, CancellationToken cancel) => clickHouse.InsertRowsAsync("digests", [digest], cancel);

    public async Task<IReadOnlyDictionary<string, string>> CourseTitlesAsync(CancellationToken cancel) => (await clickHouse.ListAsync<Course>("""
        SELECT course_id, argMax(o.title, o.valid_from) AS title FROM course_outlines AS o FINAL GROUP BY course_id
        """, cancel: cancel)).ToDictionary(course => course.CourseId, course => course.Title.Length > 0 ? course.Title : course.CourseId, StringComparer.Ordinal);

    internal sealed record Due(Guid FacilitatorId, string TimeZone, IReadOnlyList<Guid> Events);

    private sealed record Course(string CourseId, string Title);
}
