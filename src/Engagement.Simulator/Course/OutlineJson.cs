using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Simulator;

/// <summary>Writes a course in the form of the topic <c>course-outlines</c>.</summary>
internal static class OutlineJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(SimulatedCourse course)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using var json = new Utf8JsonWriter(buffer, s_options);
        json.WriteStartObject();
        json.WriteString("course", course.Id);
        json.WriteString("title", course.Title);
        json.WriteString("version", course.Version);
        json.WriteString("mode", course.Mode);
        json.WriteStartArray("sections");
        foreach (var section in course.Sections)
            Write(json, section);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, SimulatedSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        json.WriteString("kind", Spelling(section.Kind));
        json.WriteStartArray("activities");
        foreach (var activity in section.Activities)
            json.WriteStringValue(activity);
        json.WriteEndArray();
        if (section.ExpectedSeconds is { } expected)
            json.WriteNumber("expected_seconds", expected);
        if (section.Required)
            json.WriteBoolean("required", true);
        if (section.IdleSeconds is { } idle)
            json.WriteNumber("idle_seconds", idle);
        if (section.FloorSeconds is { } floor)
            json.WriteNumber("floor_seconds", floor);
        json.WriteEndObject();
    }

    public static string Spelling(SectionKind kind) => kind switch
    {
        SectionKind.TryIt => "try-it",
        SectionKind.ThinkAbout => "think-about",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
