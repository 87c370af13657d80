using System.IO.Compression;
using Engagement.Embedded.ClickHouse.Native;
using Microsoft.AspNetCore.Http;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>The body of a request, unpacked as its Content-Encoding says.</summary>
internal static class RequestBody
{
    public static Stream Open(HttpRequest http) => http.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => http.Body,
        "gzip" or "x-gzip" => new GZipStream(http.Body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(http.Body, CompressionMode.Decompress),
        "br" => new BrotliStream(http.Body, CompressionMode.Decompress),
        var other => throw new ChdbException(ErrorCode.NotImplemented, $"Unknown compression method {other}: gzip, deflate and br are served"),
    };
}
