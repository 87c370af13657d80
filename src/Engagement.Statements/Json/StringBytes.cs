namespace Engagement.Statements.Json;

/// <summary>The text of a JSON string byte by byte, its escapes resolved one at a time.</summary>
internal ref struct StringBytes(ReadOnlySpan<byte> raw, bool escaped)
{
    private ReadOnlySpan<byte> _raw = raw;
    private uint _resolved;
    private int _left;

    public bool TryNext(out byte next)
    {
        if (_left == 0 && !_raw.IsEmpty && (!escaped || _raw[0] != '\\'))
        {
            next = _raw[0];
            _raw = _raw[1..];
            return true;
        }

        if (_left == 0 && !_raw.IsEmpty) Resolve();
        next = (byte)_resolved;
        if (_left == 0) return false;
        _resolved >>= 8;
        _left--;
        return true;
    }

    private void Resolve()
    {
        var length = _raw[1] != 'u' ? 2 : JsonText.IsPair(_raw) ? 12 : 6;
        Span<byte> text = stackalloc byte[12];
        _left = JsonText.Unescape(_raw[..length], text);
        _raw = _raw[length..];
        for (var i = _left - 1; i >= 0; i--) _resolved = _resolved << 8 | text[i];
    }
}
