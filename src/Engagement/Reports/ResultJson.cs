using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Reports;

/// <summary>What a verb found, for programs: snake_case names, always the same keys, UTF-8.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // this is no HTML
    };

    private static readonly JsonSerializerOptions Page = new(Line) { WriteIndented = true };

    /// <summary>One object and the end of its line.</summary>
    /// <param name="output">Gets it.</param>
    /// <param name="result">What was found.</param>
    /// <param name="isIndented">Over many lines, for people too; else in one.</param>
    /// <param name="cancel">Leaves half of it.</param>
    public static async Task WriteAsync<T>(Stream output, T result, bool isIndented = false, CancellationToken cancel = default)
    {
        await JsonSerializer.SerializeAsync(output, result, isIndented ? Page : Line, cancel);
        output.WriteByte((byte)'\n');
        await output.FlushAsync(cancel);
    }
}
