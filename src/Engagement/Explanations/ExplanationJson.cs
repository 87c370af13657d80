using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Metrics.Explanations;

namespace Engagement.Explanations;

/// <summary>An explanation for programs: one JSON object, always with the same keys.</summary>
internal static class ExplanationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // this is no HTML
        WriteIndented = true,
    };

    public static async Task WriteAsync(Stream output, Explanation explanation, CancellationToken cancel)
    {
        await JsonSerializer.SerializeAsync(output, explanation, Options, cancel);
        output.WriteByte((byte)'\n');
        await output.FlushAsync(cancel);
    }
}
