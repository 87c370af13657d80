using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Courses;

/// <summary>
/// Writes an outline as the topic has it. Without positions: the order of the list is what counts, and who moves a section would
/// have to number them all anew. What is not given is left out.
/// </summary>
internal static class OutlineWriter
{
    private static readonly JsonWriterOptions ForPeople = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // this is no HTML
    };

    public static byte[] Write(CourseOutline outline)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ForPeople))
        {
            json.WriteStartObject();
            json.WriteString("course", outline.Course);
            json.WriteString("title", outline.Title);
            json.WriteString("version", outline.Version);
            json.WriteString("mode", outline.Mode);
            json.WriteStartArray("sections");
            foreach (var section in outline.Sections) Write(json, section);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, OutlineSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        json.WriteString("kind", section.Kind);
        json.WriteStartArray("activities");
        foreach (var activity in section.Activities) json.WriteStringValue(activity);
        json.WriteEndArray();
        if (section.ExpectedSeconds is { } expected) json.WriteNumber("expected_seconds", expected);
        if (section.Required is { } required) json.WriteBoolean("required", required);
        if (section.IdleSeconds is { } idle) json.WriteNumber("idle_seconds", idle);
        if (section.FloorSeconds is { } floor) json.WriteNumber("floor_seconds", floor);
        if (section.DueAt is { } due)
            json.WriteString("due_at", due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
        if (section.Weight is { } weight) json.WriteNumber("weight", weight);
        json.WriteEndObject();
    }
}
