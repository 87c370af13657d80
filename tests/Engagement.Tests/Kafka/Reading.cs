using System.IO.Compression;
using System.Text;
using Engagement.Kafka.Feeding;
using Engagement.Kafka.Files;

namespace Engagement.Tests.Kafka;

/// <summary>Short ways from text or bytes to messages.</summary>
internal static class Reading
{
    public const int MaxBytes = 1024 * 1024;

    public static Task<List<FeedMessage>> MessagesAsync(string text, int maxBytes = MaxBytes) =>
        MessagesAsync(Encoding.UTF8.GetBytes(text), maxBytes);

    public static Task<List<FeedMessage>> MessagesAsync(byte[] bytes, int maxBytes = MaxBytes) =>
        MessagesAsync(new MemoryStream(bytes), maxBytes);

    public static async Task<List<FeedMessage>> MessagesAsync(Stream stream, int maxBytes = MaxBytes) =>
        await StatementFiles.ReadAsync(stream, "in", maxBytes).ToListAsync();

    /// <summary>Values as text, a fault as <c>!</c>.</summary>
    public static async Task<string[]> ValuesAsync(string text, int maxBytes = MaxBytes) => Values(await MessagesAsync(text, maxBytes));

    public static string[] Values(IEnumerable<FeedMessage> messages) =>
        [.. messages.Select(m => m.Fault is null ? Encoding.UTF8.GetString(m.Value) : "!")];

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
