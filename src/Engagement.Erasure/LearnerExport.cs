using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.People.Identity;

namespace Engagement.Erasure;

/// <summary>Everything that is held of one learner as one JSON document, read table by table as it is written. Errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class LearnerExport(ClickHouseClient clickHouse, Identities identities, TimeProvider time)
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="target">Gets UTF-8.</param>
    /// <param name="learner">Whom.</param>
    /// <param name="cancel">Leaves half a document.</param>
    public async Task WriteAsync(Stream target, Guid learner, CancellationToken cancel = default)
    {
        var finals = (await clickHouse.ListAsync<Table>(
            "SELECT name FROM system.tables WHERE database = currentDatabase() AND (engine LIKE '%ReplacingMergeTree' OR engine LIKE '%CollapsingMergeTree')", cancel: cancel))
            .Select(table => table.Name).ToHashSet();
        await using var json = new Utf8JsonWriter(target, Format);
        json.WriteStartObject();
        json.WriteString("learner", learner);
        json.WriteString("exported_at", time.GetUtcNow());
        json.WriteStartArray("readme");
        foreach (var line in Readme) json.WriteStringValue(line);
        json.WriteEndArray();
        await WriteIdentityAsync(json, learner, cancel);
        json.WriteStartObject("tables");
        foreach (var table in LearnerTables.OfLearners)
        {
            json.WriteStartObject(table.Name);
            json.WriteString("what", table.Why);
            await WriteColumnsAsync(json, table, cancel);
            await WriteRowsAsync(json, table, finals.Contains(table.Name), learner, cancel);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
        target.WriteByte((byte)'\n');
    }

    private static readonly string[] Readme =
    [
        "Everything that is held of one learner: by table, what it is, what its columns mean, and the rows.",
        "Times are UTC. Learners and facilitators are pseudonyms; identity has what is known of who they are, notes what facilitators wrote of them.",
        "The texts of answers and messages were never stored, only their length.",
        "statements has what the learner did, as the platform sent it, and what others said of that work. The other tables follow from it.",
    ];

    private async Task WriteIdentityAsync(Utf8JsonWriter json, Guid learner, CancellationToken cancel)
    {
        var access = IdentityAccess.OfProduct(ReadPurpose.Export);
        var known = (await identities.ReadAsync(access, [learner], cancel)).GetValueOrDefault(learner);
        json.WriteStartObject("identity");
        json.WriteString("name", known?.Name);
        json.WriteString("address", known?.Address);
        json.WriteString("identifier", known?.Identifier);
        json.WriteEndObject();
        json.WriteStartArray("notes");
        foreach (var note in await identities.NotesOfAsync(access, learner, cancel)) json.WriteStringValue(note);
        json.WriteEndArray();
    }

    private async Task WriteColumnsAsync(Utf8JsonWriter json, LearnerTable table, CancellationToken cancel)
    {
        json.WriteStartObject("columns");
        foreach (var column in await clickHouse.ListAsync<Column>("""
            SELECT name, comment FROM system.columns
            WHERE database = currentDatabase() AND table = {table:String} AND default_kind NOT IN ('ALIAS', 'MATERIALIZED') AND name != {sealed:String} ORDER BY position
            """, [("table", table.Name), ("sealed", table.Sealed ?? "")], cancel)) json.WriteString(column.Name, column.Comment);
        json.WriteEndObject();
    }

    private async Task WriteRowsAsync(Utf8JsonWriter json, LearnerTable table, bool isFinal, Guid learner, CancellationToken cancel)
    {
        var columns = table.Sealed is { } hidden ? $"* EXCEPT ({hidden})" : "*";
        json.WriteStartArray("rows");
        await foreach (var row in clickHouse.QueryAsync<JsonElement>(
            $"SELECT {columns} FROM {table.Name}{(isFinal ? " FINAL" : "")} WHERE {table.OwnOfOne}", [("learner", learner)], cancel)) row.WriteTo(json);
        json.WriteEndArray();
        await json.FlushAsync(cancel);
    }

    private sealed record Table(string Name);

    private sealed record Column(string Name, string Comment);
}
