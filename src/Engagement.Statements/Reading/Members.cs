using Engagement.Statements.Json;

namespace Engagement.Statements.Reading;

/// <summary>Walks the members of an object, for foreach. Where keys are data (language maps, extensions) use <see cref="KeyTokens"/>.</summary>
internal struct Members(Tape tape, int token)
{
    private readonly int _end = tape[token].Next;
    private int _next = token + 1;

    public Member Current { get; private set; }

    public readonly Members GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= _end) return false;
        Current = new Member(tape[_next].Key, _next);
        _next = tape[_next + 1].Next;
        return true;
    }
}
