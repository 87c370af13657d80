using Engagement.Statements.Json;

namespace Engagement.Statements.Reading;

/// <summary>Walks the elements of an array, for foreach.</summary>
internal struct Items(Tape tape, int token)
{
    private readonly int _end = tape[token].Next;
    private int _next = token + 1;

    public int Current { get; private set; }

    public readonly Items GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end) return false;
        Current = _next;
        _next = tape[_next].Next;
        return true;
    }
}
