using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Erasure;
using Engagement.Erasure.Disk;

namespace Engagement.Erasing;

/// <summary>What an erasure did, for programs: one object.</summary>
internal static class ErasureJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // this is no HTML
    };

    public static async Task WriteAsync(Stream output, ErasureResult result, DiskFindings? disk, CancellationToken cancel)
    {
        await JsonSerializer.SerializeAsync(output, new
        {
            result.Learner, result.ErasedAt, result.IsDone,
            Found = result.Found.ToDictionary(table => table.Table, table => table.Rows),
            Left = result.Left.ToDictionary(table => table.Table, table => table.Rows),
            result.OldParts, Disk = disk, MayHaveLearnt = result.Models,
        }, Options, cancel);
        output.WriteByte((byte)'\n');
        await output.FlushAsync(cancel);
    }
}
