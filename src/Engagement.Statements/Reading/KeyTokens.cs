using Engagement.Statements.Json;

namespace Engagement.Statements.Reading;

/// <summary>Walks the keys of an object without resolving them, for foreach; a key's value is the token behind it.</summary>
internal struct KeyTokens(Tape tape, int token)
{
    private readonly int _end = tape[token].Next;
    private int _next = token + 1;

    public int Current { get; private set; }

    public readonly KeyTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end) return false;
        Current = _next;
        _next = tape[_next + 1].Next;
        return true;
    }
}
