using Engagement.Statements.Reading;

namespace Engagement.Statements.Json;

/// <summary>
/// The bytes that name a statement without id: keys in byte order, no white space, escapes only where needed, numbers as they
/// were sent; the members of the statement that a store adds or that name it (<c>id</c>, <c>stored</c>, <c>authority</c>,
/// <c>version</c>) left out.
/// </summary>
internal sealed class CanonicalForm
{
    private byte[] _bytes = new byte[4096];
    private readonly TokenOrder _order = new();
    private int _length;
    private int[] _keys = new int[64];
    private int _keyCount;
    private byte[] _text = [];

    /// <summary>Valid until the next call. The statement's objects have no key twice.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json, Tape tape)
    {
        _length = 0;
        _keyCount = 0;
        Value(json, tape, 0);
        return _bytes.AsSpan(0, _length);
    }

    private void Value(ReadOnlySpan<byte> json, Tape tape, int index)
    {
        ref var token = ref tape[index];
        switch (token.Kind)
        {
            case TokenKind.Object:
                Object(json, tape, index);
                break;
            case TokenKind.Array:
                Array(json, tape, index);
                break;
            case TokenKind.String:
                String(json, ref token);
                break;
            default:
                Append(json.Slice(token.Start, token.Length));
                break;
        }
    }

    private void Object(ReadOnlySpan<byte> json, Tape tape, int index)
    {
        var first = _keyCount;
        for (int key = index + 1, end = tape[index].Next; key < end; key = tape[key + 1].Next)
        {
            if (index == 0 && tape[key].Key is (Key.Id or Key.Stored or Key.Authority or Key.Version)) continue;
            if (_keyCount == _keys.Length) System.Array.Resize(ref _keys, _keyCount * 2);
            _keys[_keyCount++] = key;
        }

        var last = _keyCount;
        _order.Sort(json, tape, _keys.AsSpan(first, last - first));
        Append((byte)'{');
        for (var i = first; i < last; i++)
        {
            var key = _keys[i];
            if (i > first) Append((byte)',');
            String(json, ref tape[key]);
            Append((byte)':');
            Value(json, tape, key + 1);
        }

        Append((byte)'}');
        _keyCount = first;
    }

    private void Array(ReadOnlySpan<byte> json, Tape tape, int index)
    {
        Append((byte)'[');
        for (int item = index + 1, end = tape[index].Next; item < end; item = tape[item].Next)
        {
            if (item > index + 1) Append((byte)',');
            Value(json, tape, item);
        }

        Append((byte)']');
    }

    private void String(ReadOnlySpan<byte> json, ref Token token)
    {
        var text = json.Slice(token.Start, token.Length);
        if (token.Escaped)
        {
            text = TokenOrder.Plain(json, ref token, ref _text);
            Append((byte)'"');
            Reserve(text.Length * 6);
            _length += JsonText.Escape(text, _bytes.AsSpan(_length));
            Append((byte)'"');
            return;
        }

        Reserve(text.Length + 2);
        var target = _bytes.AsSpan(_length, text.Length + 2);
        target[0] = (byte)'"';
        text.CopyTo(target[1..]);
        target[^1] = (byte)'"';
        _length += target.Length;
    }

    private void Append(byte b)
    {
        Reserve(1);
        _bytes[_length++] = b;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (_length + count > _bytes.Length) System.Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
    }
}
