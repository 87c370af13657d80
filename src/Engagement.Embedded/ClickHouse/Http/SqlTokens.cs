namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>
/// ClickHouse SQL cut into words, quoted texts and signs, comments left out: just enough to find where a statement's parts
/// are. The engine's own parser judges the rest.
/// </summary>
internal ref struct SqlTokens(ReadOnlySpan<byte> sql)
{
    private readonly ReadOnlySpan<byte> _sql = sql;
    private int _at = 0;

    public int Start { get; private set; }

    public readonly int End => _at;

    /// <summary>Parentheses open before this token.</summary>
    public int Depth { get; private set; }

    /// <summary>A bare word: keyword, name or number.</summary>
    public bool IsWord { get; private set; }

    public readonly ReadOnlySpan<byte> Text => _sql[Start.._at];

    public readonly bool Is(ReadOnlySpan<byte> keyword) => IsWord && System.Text.Ascii.EqualsIgnoreCase(Text, keyword);

    public bool Next()
    {
        SkipBlanksAndComments();
        if (_at >= _sql.Length) return false;
        Start = _at;
        var first = _sql[_at];
        IsWord = IsWordByte(first);
        if (IsWord)
            while (_at < _sql.Length && IsWordByte(_sql[_at])) _at++;
        else if (first is (byte)'\'' or (byte)'"' or (byte)'`')
            SkipQuoted(first);
        else
        {
            _at++;
            if (first == '(') Depth++;
            else if (first == ')') Depth--;
        }
        return true;
    }

    private static bool IsWordByte(byte b) => b is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or >= 0x80;

    private void SkipQuoted(byte quote)
    {
        _at++;
        while (_at < _sql.Length)
        {
            var b = _sql[_at++];
            if (b == '\\') _at++;
            else if (b == quote)
            {
                if (_at >= _sql.Length || _sql[_at] != quote) break;
                _at++; // doubled: part of the text
            }
        }
        _at = Math.Min(_at, _sql.Length);
    }

    private void SkipBlanksAndComments()
    {
        while (_at < _sql.Length)
        {
            var rest = _sql[_at..];
            if (rest[0] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'\v') _at++;
            else if (rest.StartsWith("--"u8) || rest.StartsWith("# "u8) || rest.StartsWith("#!"u8)) SkipPast(rest, "\n"u8);
            else if (rest.StartsWith("/*"u8)) SkipPast(rest, "*/"u8);
            else return;
        }
    }

    private void SkipPast(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end)
    {
        var found = rest[1..].IndexOf(end);
        _at = found < 0 ? _sql.Length : _at + 1 + found + end.Length;
    }
}
