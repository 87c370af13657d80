using Engagement.Statements.Json;

namespace Engagement.Statements.Reading;

/// <summary>Walks the members of an object, for foreach. Where keys are data (language maps, extensions) use <see cref="KeyTokens"/>.</summary>
internal ref struct Members(ReadOnlySpan<byte> json, Tape tape, int token)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly int _end = tape[token].Next;
    private int _next = token + 1;

    public Member Current { get; private set; }

    public readonly Members GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end) return false;
        ref var key = ref tape[_next];
        Current = new Member(key.Escaped ? Resolve(key) : Keys.Of(_json.Slice(key.Start, key.Length)), _next);
        _next = tape[_next + 1].Next;
        return true;
    }

    private readonly Key Resolve(Token key)
    {
        // Longer than any key of xAPI with each letter written as \uXXXX: no match, whatever it says.
        if (key.Length > 256) return Key.Unknown;
        Span<byte> text = stackalloc byte[256];
        return Keys.Of(text[..JsonText.Unescape(_json.Slice(key.Start, key.Length), text)]);
    }
}
