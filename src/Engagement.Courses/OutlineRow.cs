using System.Buffers;
using System.Text.Json;

namespace Engagement.Courses;

/// <summary>An outline as a row of <c>course_outlines</c>, JSONEachRow. Inside the row, time is integer microseconds.</summary>
internal static class OutlineRow
{
    /// <summary>The part that makes two outlines the same: a JSON object without the row's own times.</summary>
    public static byte[] Content(CourseOutline outline) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("course_id", outline.Course);
        json.WriteString("version", outline.Version);
        json.WriteString("title", outline.Title);
        json.WriteString("mode", outline.Mode);
        json.WriteStartArray("sections");
        foreach (var section in outline.Sections) Section(json, section);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static byte[] Json(CourseOutline outline, byte[] content, string hash, DateTimeOffset receivedAt, ulong rowVersion) => Write(json =>
    {
        using var document = JsonDocument.Parse(content);
        json.WriteStartObject();
        foreach (var property in document.RootElement.EnumerateObject()) property.WriteTo(json);
        json.WriteString("origin", "declared");
        json.WriteString("content_hash", hash);
        json.WriteString("valid_from", Time(outline.ValidFrom(receivedAt)));
        json.WriteString("received_at", Time(receivedAt));
        json.WriteNumber("row_version", rowVersion);
        json.WriteEndObject();
    });

    private static void Section(Utf8JsonWriter json, OutlineSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        json.WriteString("kind", section.Kind);
        json.WriteStartArray("activities");
        foreach (var activity in section.Activities) json.WriteStringValue(activity);
        json.WriteEndArray();
        Micros(json, "expected_us", section.ExpectedSeconds);
        if (section.Required is { } required) json.WriteBoolean("required", required);
        else json.WriteNull("required");
        Micros(json, "idle_us", section.IdleSeconds);
        Micros(json, "floor_us", section.FloorSeconds);
        json.WriteString("due_at", section.DueAt is { } due ? Time(due) : null);
        if (section.Weight is { } weight) json.WriteNumber("weight", weight);
        else json.WriteNull("weight");
        json.WriteEndObject();
    }

    private static void Micros(Utf8JsonWriter json, string name, decimal? seconds)
    {
        if (seconds is { } given) json.WriteNumber(name, (long)(given * 1_000_000));
        else json.WriteNull(name);
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
