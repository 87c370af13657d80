using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Validation;

/// <summary>For programs: one JSON object a line for each statement, accepted ones too, always with the same keys.</summary>
internal sealed class JsonVerdicts(Stream output) : IVerdictWriter
{
    private const int FlushBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // names of files stay readable; this is no HTML
    });

    public void Write(in FileVerdict verdict)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("file"u8, verdict.File);
        _json.WriteNumber("line"u8, verdict.Line);
        _json.WriteNumber("index"u8, verdict.Index);
        _json.WriteString("verdict"u8, Name(verdict.Verdict));
        _json.WriteString("rule"u8, verdict.Rule);
        _json.WriteString("path"u8, verdict.Path);
        _json.WriteString("reason"u8, verdict.Reason);
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushBytes) Flush();
    }

    public void Finish(VerdictCounts counts) => Flush();

    // What was judged before a file broke off is shown as well.
    public void Dispose()
    {
        Flush();
        _json.Dispose();
    }

    private void Flush()
    {
        output.Write(_buffer.WrittenSpan);
        output.Flush();
        _buffer.ResetWrittenCount();
    }

    private static ReadOnlySpan<byte> Name(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted"u8,
        Verdict.Rejected => "rejected"u8,
        _ => "ignored"u8,
    };
}
