using System.Text;
using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;

namespace Engagement.People.Identity;

/// <summary>
/// Who is behind the pseudonyms, and what was noted of them: the one class that reads and writes the tables <c>people</c> and <c>alert_notes</c>. Thread-safe. Errors as
/// <see cref="ClickHouseClient"/> has them, and <see cref="IdentityKeyException"/>.
/// </summary>
public sealed class Identities(ClickHouseClient clickHouse, IdentityKey key, TimeProvider clock, ILogger<Identities> log)
{
    // Ids go with the address of a request, which has its bound.
    private const int MostIds = 2000;

    /// <summary>Keeps what is told of people. What is told as empty stays as it is known; who is known so already costs no row.</summary>
    /// <param name="people">May name one person twice: the later counts.</param>
    /// <param name="cancel">Leaves the outcome unknown; saving again is harmless.</param>
    public async Task SaveAsync(IReadOnlyCollection<Person> people, CancellationToken cancel = default)
    {
        var stored = await StoredAsync(people.Select(person => person.Id), cancel);
        var known = stored.Values.Where(row => row.IsDeleted == 0).ToDictionary(row => row.PersonId, row => key.OpenPerson(row.PersonId, row.Sealed));
        var told = new Dictionary<Guid, Person>();
        foreach (var person in people) told[person.Id] = person.Over(told.GetValueOrDefault(person.Id) ?? known.GetValueOrDefault(person.Id));
        await clickHouse.InsertRowsAsync("people", told.Values
            .Where(person => person != known.GetValueOrDefault(person.Id))
            .Select(person => new Row(person.Id, key.Seal(person), RowVersion.After(stored.GetValueOrDefault(person.Id)?.RowVersion ?? 0, clock), 0)), cancel);
    }

    /// <summary>Who they are. That it was asked, by whom and what for is written down first.</summary>
    /// <param name="access">On whose behalf; decides who of them may be seen.</param>
    /// <param name="ids">Pseudonyms.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>By pseudonym; without those who may not be seen or of whom nothing is known.</returns>
    public async Task<IReadOnlyDictionary<Guid, Person>> ReadAsync(IdentityAccess access, IReadOnlyCollection<Guid> ids, CancellationToken cancel = default)
    {
        var seen = access.Viewer is { } viewer ? await OfThemAsync(viewer, ids, cancel) : ids;
        var rows = (await StoredAsync(seen, cancel)).Values.Where(row => row.IsDeleted == 0).ToList();
        if (rows.Count == 0) return new Dictionary<Guid, Person>();
        var purpose = access.Purpose.ToString().ToLowerInvariant();
        await LogReadAsync(access.Account, purpose, rows.Select(row => row.PersonId), cancel);
        log.LogInformation("Shown for a {Purpose}: who is behind {Count} pseudonyms, to account {Account}", purpose, rows.Count, access.Account);
        return rows.ToDictionary(row => row.PersonId, row => key.OpenPerson(row.PersonId, row.Sealed));
    }

    /// <summary>Forgets who is behind a pseudonym. Of somebody unknown it changes nothing.</summary>
    public async Task DeleteAsync(Guid id, CancellationToken cancel = default)
    {
        if ((await StoredAsync([id], cancel)).GetValueOrDefault(id) is not { IsDeleted: 0 } stored) return;
        await clickHouse.InsertRowsAsync("people", [new Row(id, "", RowVersion.After(stored.RowVersion, clock), 1)], cancel);
        log.LogInformation("Who is behind the pseudonym {Person} is forgotten", id);
    }

    /// <summary>How many people something is known of.</summary>
    public async Task<long> CountAsync(CancellationToken cancel = default) =>
        long.Parse((await clickHouse.ScalarAsync("SELECT count() FROM people FINAL", cancel: cancel))!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Keeps what a facilitator noted of a learner. The same note again changes nothing.</summary>
    public Task SaveNoteAsync(Note note, CancellationToken cancel = default) =>
        clickHouse.InsertRowsAsync("alert_notes", [new NoteRow(note.ActionId, note.AlertId, note.CourseId, note.LearnerId, key.Seal(note.ActionId, Encoding.UTF8.GetBytes(note.Text)))], cancel);

    /// <summary>The notes on an alert, by action; none where the viewer does not look after the learner. That they were read is written down first.</summary>
    /// <param name="viewer">Who is shown them.</param>
    /// <param name="alert">Which alert.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> NotesAsync(Viewer viewer, Guid alert, CancellationToken cancel = default)
    {
        var rows = await clickHouse.ListAsync<NoteRow>($$"""
            SELECT action_id, alert_id, course_id, learner_id, sealed FROM alert_notes FINAL
            WHERE alert_id = {alert:UUID} AND (course_id, learner_id) {{LearnerScope.In}}
            """, [("alert", alert), .. LearnerScope.Of(viewer)], cancel);
        if (rows.Count == 0) return new Dictionary<Guid, string>();
        await LogReadAsync(viewer.Account, "note", rows.Select(row => row.LearnerId).Distinct(), cancel);
        log.LogInformation("Shown: {Count} notes on alert {Alert}, to account {Account}", rows.Count, alert, viewer.Account);
        return rows.ToDictionary(row => row.ActionId, row => Encoding.UTF8.GetString(key.Open(row.ActionId, row.Sealed)));
    }

    /// <summary>All that was noted of a learner, for an export. That it was read is written down first.</summary>
    public async Task<IReadOnlyList<string>> NotesOfAsync(IdentityAccess access, Guid learner, CancellationToken cancel = default)
    {
        var rows = await clickHouse.ListAsync<NoteRow>(
            "SELECT action_id, alert_id, course_id, learner_id, sealed FROM alert_notes FINAL WHERE learner_id = {learner:UUID}", [("learner", learner)], cancel);
        if (rows.Count > 0) await LogReadAsync(access.Account, access.Purpose.ToString().ToLowerInvariant(), [learner], cancel);
        return [.. rows.Select(row => Encoding.UTF8.GetString(key.Open(row.ActionId, row.Sealed)))];
    }

    private Task LogReadAsync(Guid account, string purpose, IEnumerable<Guid> people, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return clickHouse.InsertRowsAsync("identity_reads", people.Select(person => new Read(now, account, purpose, person)), cancel);
    }

    private async Task<List<Guid>> OfThemAsync(Viewer viewer, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var seen = ids.Where(id => id == viewer.Facilitator).ToList();
        foreach (var some in ids.Distinct().Chunk(MostIds))
            seen.AddRange((await clickHouse.ListAsync<Seen>(
                $"SELECT DISTINCT learner_id FROM {LearnerScope.Sql} WHERE learner_id IN {{ids:Array(UUID)}}",
                [.. LearnerScope.Of(viewer), ("ids", some)], cancel)).Select(row => row.LearnerId));
        return seen;
    }

    private async Task<Dictionary<Guid, Row>> StoredAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var rows = new Dictionary<Guid, Row>();
        foreach (var some in ids.Distinct().Chunk(MostIds))
            await foreach (var row in clickHouse.QueryAsync<Row>("""
                SELECT person_id, sealed, row_version, is_deleted FROM people WHERE person_id IN {ids:Array(UUID)}
                ORDER BY person_id, row_version DESC LIMIT 1 BY person_id
                """, [("ids", some)], cancel)) rows.Add(row.PersonId, row);
        return rows;
    }

    private sealed record Row(Guid PersonId, string Sealed, ulong RowVersion, byte IsDeleted);

    private sealed record Read(DateTimeOffset ReadAt, Guid Account, string Purpose, Guid PersonId);

    private sealed record NoteRow(Guid ActionId, Guid AlertId, string CourseId, Guid LearnerId, string Sealed);

    private sealed record Seen(Guid LearnerId);
}
