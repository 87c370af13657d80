namespace Engagement.Statements.Json;

/// <summary>
/// The tokens of one statement in the order they stand. A member is two tokens in a row, its key and its value; an object or
/// array is followed by what it contains. Token 0 is the statement itself, so 0 can mean "no such token" anywhere below it.
/// </summary>
internal sealed class Tape
{
    private Token[] _tokens = new Token[256];

    public int Count { get; private set; }

    public ref Token this[int index] => ref _tokens[index];

    public void Clear() => Count = 0;

    public int Add(TokenKind kind, int start, int length, bool escaped = false)
    {
        if (Count == _tokens.Length) Array.Resize(ref _tokens, _tokens.Length * 2);
        _tokens[Count] = new Token(start, length, Count + 1, kind, escaped);
        return Count++;
    }
}
