using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Engagement.Embedded.ClickHouse.Native;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>
/// The answer to one query. The beginning of a result is held back, so that an early error still gets its status; after
/// that, chunks go out as they come. An error later than that is written into the body as ClickHouse words it, and the
/// connection is broken off, so that no client takes the part for the whole.
/// </summary>
internal sealed class Answer(HttpContext http, ServerFacts server) : IAsyncDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private QueryRequest? _request;
    private FileBufferingWriteStream? _held = new(memoryThreshold: 4 << 20);
    private Stream? _body;
    private long _heldBytes;
    private ResultCounts _counts;

    /// <summary>Headers that do not depend on the result.</summary>
    public void Begin(QueryRequest request)
    {
        _request = request;
        var headers = http.Response.Headers;
        headers["X-ClickHouse-Query-Id"] = request.QueryId;
        headers["X-ClickHouse-Server-Display-Name"] = server.DisplayName;
        headers["X-ClickHouse-Timezone"] = server.TimeZone;
        headers["Access-Control-Expose-Headers"] = "X-ClickHouse-Query-Id,X-ClickHouse-Summary,X-ClickHouse-Server-Display-Name,X-ClickHouse-Format,X-ClickHouse-Timezone,X-ClickHouse-Exception-Code";
        http.Response.ContentType = "text/plain; charset=UTF-8";
    }

    public void OfFormat(string format)
    {
        http.Response.Headers["X-ClickHouse-Format"] = format;
        http.Response.ContentType = server.ContentType(format) ?? "text/plain; charset=UTF-8";
    }

    /// <summary>The next part of the result.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> chunk)
    {
        if (_held is null)
        {
            await _body!.WriteAsync(chunk, http.RequestAborted);
            await _body.FlushAsync(http.RequestAborted);
            return;
        }
        await _held.WriteAsync(chunk, http.RequestAborted);
        _heldBytes += chunk.Length;
        if (!_request!.WaitsForEnd && _heldBytes >= _request.BufferSize) await SendHeldAsync(isWhole: false);
    }

    public async Task CompleteAsync(ResultCounts counts)
    {
        _counts = counts;
        if (_held is not null) await SendHeldAsync(isWhole: true);
        if (_body is GZipStream) await _body.DisposeAsync();
    }

    public async Task FailAsync(ChdbException error)
    {
        var text = Encoding.UTF8.GetBytes(error.Message + (error.Message.Contains("(version ", StringComparison.Ordinal) ? "\n" : $" (version {server.Version})\n"));
        if (http.Response.HasStarted)
        {
            await _body!.WriteAsync(text, http.RequestAborted);
            await _body.FlushAsync(http.RequestAborted);
            throw new BrokenOffException(error); // Kestrel then sends what is written, and closes without the end of the body
        }
        var response = http.Response;
        response.StatusCode = HttpStatus.Of(error.Code);
        response.ContentType = "text/plain; charset=UTF-8";
        response.ContentLength = text.Length;
        response.Headers.Remove("X-ClickHouse-Format");
        response.Headers["X-ClickHouse-Exception-Code"] = error.Code.ToString(CultureInfo.InvariantCulture);
        WriteSummary();
        await response.Body.WriteAsync(text, http.RequestAborted);
    }

    /// <summary>The answer failed after its beginning was sent.</summary>
    public sealed class BrokenOffException(Exception cause) : Exception("A query failed after the beginning of its result was sent", cause);

    public async ValueTask DisposeAsync()
    {
        if (_held is not null) await _held.DisposeAsync();
    }

    private async Task SendHeldAsync(bool isWhole)
    {
        var held = _held!;
        _held = null;
        await using (held)
        {
            WriteSummary();
            _body = http.Response.Body;
            if (_request!.AcceptsGzip && _heldBytes > 0)
            {
                http.Response.Headers.ContentEncoding = "gzip";
                http.Response.Headers.Vary = "Accept-Encoding";
                _body = new GZipStream(_body, CompressionLevel.Fastest, leaveOpen: true);
            }
            else if (isWhole)
                http.Response.ContentLength = _heldBytes;
            if (_heldBytes > 0) await held.DrainBufferAsync(_body, http.RequestAborted);
        }
    }

    private void WriteSummary() => http.Response.Headers["X-ClickHouse-Summary"] = string.Create(CultureInfo.InvariantCulture,
        $$"""{"read_rows":"{{_counts.ReadRows}}","read_bytes":"{{_counts.ReadBytes}}","written_rows":"{{_counts.WrittenRows}}","written_bytes":"{{_counts.WrittenBytes}}","total_rows_to_read":"{{_counts.ReadRows}}","result_rows":"{{_counts.ResultRows}}","result_bytes":"{{_counts.ResultBytes}}","elapsed_ns":"{{(long)Stopwatch.GetElapsedTime(_started).TotalNanoseconds}}"}""");
}
