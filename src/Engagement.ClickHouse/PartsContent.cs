using System.Net;

namespace Engagement.ClickHouse;

/// <summary>A body in several pieces, none of which is copied. May be sent again.</summary>
internal sealed class PartsContent(IReadOnlyList<ReadOnlyMemory<byte>> parts) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancel)
    {
        foreach (var part in parts) await stream.WriteAsync(part, cancel);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = parts.Sum(part => (long)part.Length);
        return true;
    }
}
