using System.Buffers;
using System.Text;
using Engagement.Embedded.ClickHouse.Native;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>The statement of a request, put together from its URL and its body, and apart from the rows of an INSERT.</summary>
internal sealed class RequestStatement
{
    private const int MaxText = 64 << 20;
    private const int MaxInsertHead = 1 << 20;
    private const int Piece = 64 << 10;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Without FORMAT where <see cref="Rows"/> follow.</summary>
    public ReadOnlyMemory<byte> Sql { get; private init; }

    /// <summary>Format of the rows, or of the result; null where the text names none.</summary>
    public string? Format { get; private init; }

    /// <summary>Where in <see cref="Sql"/> a SELECT takes an INTO OUTFILE clause; null: no SELECT.</summary>
    public int? OutfileAt { get; private init; }

    /// <summary>Rows of an INSERT: what was read of them with the text, then the rest of the body. Null: no INSERT of rows.</summary>
    public (ReadOnlyMemory<byte> First, Stream Further)? Rows { get; private init; }

    /// <exception cref="ChdbException">The text is too long, or names a file of the client.</exception>
    public static async Task<RequestStatement> ReadAsync(ReadOnlyMemory<byte> url, Stream body, CancellationToken cancel)
    {
        var shape = StatementShape.Of(url.Span, isWhole: true);
        if (shape.HasData)
        {
            // Blanks after the name of the format are the URL's, and must not become rows.
            var first = url[shape.DataStart..];
            if (first.Span.IndexOfAnyExcept(" \t\r\n;"u8) < 0) return new() { Sql = url[..shape.HeadEnd], Format = shape.Format, Rows = (ReadOnlyMemory<byte>.Empty, body) };
        }

        var text = new ArrayBufferWriter<byte>(Piece);
        if (url.Length > 0) text.Write([.. url.Span, (byte)'\n']);
        var isWhole = false;
        while (!isWhole)
        {
            isWhole = await FillAsync(text, body, isFirst: text.WrittenCount == (url.Length > 0 ? url.Length + 1 : 0), cancel) == 0;
            shape = StatementShape.Of(text.WrittenSpan, isWhole);
            if (shape.HasData && (!isWhole || shape.Format != "Values")) return WithRows(text.WrittenMemory, shape, body);
            if (text.WrittenCount > (shape.IsOpenInsert ? MaxInsertHead : MaxText))
                throw new ChdbException(ErrorCode.SyntaxError, $"Max query size exceeded: a query may have {(shape.IsOpenInsert ? MaxInsertHead : MaxText)} bytes");
        }
        if (shape.TouchesClientFile)
            throw new ChdbException(ErrorCode.IntoOutfileNotAllowed, "INTO OUTFILE and FROM INFILE are for ClickHouse's own client; send or take the rows over HTTP");
        return new()
        {
            Sql = text.WrittenMemory,
            Format = shape.HasData ? null : shape.Format,
            OutfileAt = shape.IsSelect ? shape.HeadEnd : null,
        };
    }

    /// <summary>The SELECT, writing its result to a file.</summary>
    public byte[] Into(string path, string format)
    {
        var at = OutfileAt!.Value;
        var clause = $"\nINTO OUTFILE '{path}' APPEND {(Format is null ? $"FORMAT {format}" : "")} ";
        return [.. Sql.Span[..at], .. Encoding.UTF8.GetBytes(clause), .. Sql.Span[at..]];
    }

    private static RequestStatement WithRows(ReadOnlyMemory<byte> text, StatementShape shape, Stream body) =>
        new() { Sql = text[..shape.HeadEnd], Format = shape.Format, Rows = (text[shape.DataStart..], body) };

    private static async Task<int> FillAsync(ArrayBufferWriter<byte> text, Stream body, bool isFirst, CancellationToken cancel)
    {
        var read = await body.ReadAtLeastAsync(text.GetMemory(Piece), Piece, throwOnEndOfStream: false, cancel);
        var bytes = text.GetMemory(Piece);
        // .NET clients that write a query through a StreamWriter begin with this mark.
        if (isFirst && bytes.Span[..read].StartsWith(ByteOrderMark))
        {
            bytes[ByteOrderMark.Length..read].CopyTo(bytes);
            text.Advance(read - ByteOrderMark.Length);
        }
        else
            text.Advance(read);
        return read;
    }
}
