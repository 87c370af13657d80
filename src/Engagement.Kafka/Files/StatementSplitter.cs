using System.Buffers;

namespace Engagement.Kafka.Files;

/// <summary>
/// Cuts a stream of bytes into messages. Lines: each line is one, malformed and empty ones too. Values: each JSON object, and
/// each element of an array, at the top level is one, whatever lines it covers; <see cref="StatementLayout"/> says which it is.
/// Only brackets and quotes are looked at, so a malformed statement is cut out whole and told apart by its reader.
/// The cuts don't depend on how the bytes arrive. Not thread-safe.
/// </summary>
/// <param name="maxBytes">Longest message; a longer one becomes a fault and is not held in memory.</param>
internal sealed class StatementSplitter(int maxBytes)
{
    private static readonly SearchValues<byte> Structural = SearchValues.Create("\"{}[],"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\"u8);

    private readonly SplitBuffer _buffer = new();
    private StatementLayout _layout;
    private int _detectAt;
    private int _scanned;      // bytes of the message under way that were looked at and stand in the buffer
    private long _dropped;     // bytes of it that were let go because it is too long
    private long _number;
    private Scope _scope;
    private bool _first;       // no element of the array was seen yet
    private int _depth;
    private bool _string;
    private bool _escape;
    private SplitCut? _cut;

    private enum Scope { Between, Array, Object, Garbage }

    /// <summary>Whether the messages are lines; known once the first was cut.</summary>
    public bool IsLines => _layout == StatementLayout.Lines;

    public Memory<byte> GetMemory() => _buffer.GetMemory();

    public void Written(int bytes) => _buffer.Written(bytes);

    /// <summary>Cuts the next message from what was written.</summary>
    /// <param name="end">Nothing more will be written.</param>
    /// <param name="cut">The message.</param>
    /// <returns>False where more bytes are needed, or none are left.</returns>
    public bool TryCut(bool end, out SplitCut cut)
    {
        cut = default;
        if (_layout == StatementLayout.Unknown)
        {
            if (_buffer.Length < _detectAt && !end) return false;
            _detectAt = 2 * _buffer.Length; // a first object of many reads is not parsed again at each
            _layout = StatementLayouts.Detect(_buffer.Span, end, maxBytes, out var prefix);
            if (_layout == StatementLayout.Unknown) return false;
            _buffer.Drop(prefix);
        }
        return _layout == StatementLayout.Lines ? TryCutLine(end, out cut) : TryCutValue(end, out cut);
    }

    private bool TryCutLine(bool end, out SplitCut cut)
    {
        var found = _buffer.Span[_scanned..].IndexOf((byte)'\n');
        if (found >= 0)
        {
            _scanned += found;
            cut = Take(1, trim: false);
            return true;
        }
        _scanned = _buffer.Length;
        if (end && _scanned + _dropped > 0)
        {
            cut = Take(0, trim: false);
            return true;
        }
        LetGo();
        cut = default;
        return false;
    }

    private bool TryCutValue(bool end, out SplitCut cut)
    {
        while (true)
        {
            var done = _scope switch
            {
                Scope.Between => !Enter(),
                Scope.Garbage => ScanLine(end),
                Scope.Array => ScanElement(),
                _ => ScanObject(),
            };
            if (!done) continue;
            if (_cut is { } ready)
            {
                (cut, _cut) = (ready, null);
                return true;
            }
            if (end && EndInside() is { } last)
            {
                cut = last;
                return true;
            }
            LetGo();
            cut = default;
            return false;
        }
    }

    /// <summary>Goes from between two values into the next. False where there is none in the buffer.</summary>
    private bool Enter()
    {
        SkipSpace();
        if (_buffer.Length == 0) return false;
        var first = _buffer.Span[0];
        (_depth, _string, _escape) = (0, false, false);
        if (first == (byte)'[')
        {
            _buffer.Drop(1);
            (_scope, _first) = (Scope.Array, true);
        }
        else
        {
            _scope = first == (byte)'{' ? Scope.Object : Scope.Garbage;
        }
        return true;
    }

    // Each Scan… returns true where it made a cut (in _cut) or ran out of bytes, false where the scope changed without one.

    private bool ScanLine(bool end)
    {
        var found = _buffer.Span[_scanned..].IndexOf((byte)'\n');
        _scanned = found >= 0 ? _scanned + found : _buffer.Length;
        if (found < 0 && !end) return true;
        _cut = Take(found >= 0 ? 1 : 0, trim: true);
        _scope = Scope.Between;
        return true;
    }

    private bool ScanObject()
    {
        while (NextStructural() is { } found)
        {
            if (found == (byte)',') continue;
            _depth += found is (byte)'{' or (byte)'[' ? 1 : -1;
            if (_depth > 0) continue;
            _cut = Take(0, trim: true);
            _scope = Scope.Between;
            return true;
        }
        return true;
    }

    private bool ScanElement()
    {
        if (_scanned == 0 && _dropped == 0) SkipSpace();
        while (NextStructural() is { } found)
        {
            if (found is (byte)'{' or (byte)'[')
            {
                _depth++;
                continue;
            }
            var isSeparator = _depth == 0;
            if (!isSeparator && found != (byte)',') _depth--;
            if (!isSeparator) continue;

            _scanned--; // the separator is no part of the element
            var closes = found != (byte)',';
            if (closes) _scope = Scope.Between;
            if (closes && _first && _scanned + _dropped == 0)
            {
                _buffer.Drop(1);
                return false;
            }
            _first = false;
            _cut = Take(1, trim: true);
            return true;
        }
        return true;
    }

    /// <summary>The next bracket or comma outside a string, scanned past; null at the end of the buffer.</summary>
    private byte? NextStructural()
    {
        var span = _buffer.Span;
        while (_scanned < span.Length)
        {
            if (_escape)
            {
                _escape = false;
                _scanned++;
                continue;
            }
            var found = span[_scanned..].IndexOfAny(_string ? InString : Structural);
            if (found < 0) break;
            var value = span[_scanned + found];
            _scanned += found + 1;
            if (value == (byte)'"') _string = !_string;
            else if (value == (byte)'\\') _escape = true;
            else return value;
        }
        _scanned = span.Length;
        return null;
    }

    /// <summary>What to say where the stream ends inside an array or object; null where it ends between values.</summary>
    private SplitCut? EndInside()
    {
        if (_scope == Scope.Between) return null;
        if (_scope == Scope.Object) _scope = Scope.Between;
        if (_scanned + _dropped > 0) return Take(0, trim: true); // cut short: its reader says why it is no statement
        _scope = Scope.Between;
        return new SplitCut(++_number, [], "the file ends before its array is closed: it was cut short");
    }

    private SplitCut Take(int separator, bool trim)
    {
        var bytes = _buffer.Span[.._scanned];
        var length = bytes.Length + _dropped;
        string? fault = null;
        if (length > maxBytes)
        {
            fault = $"{length:N0} bytes are more than the {maxBytes:N0} that one statement may have";
            bytes = [];
        }
        else if (trim)
        {
            bytes = bytes.TrimEnd(" \t\r\n"u8);
        }
        else if (bytes is [.., (byte)'\r'])
        {
            bytes = bytes[..^1];
        }
        var cut = new SplitCut(++_number, bytes.ToArray(), fault, IsTooLong: fault is not null);
        _buffer.Drop(_scanned + separator);
        (_scanned, _dropped) = (0, 0);
        return cut;
    }

    private void SkipSpace()
    {
        var span = _buffer.Span;
        _buffer.Drop(span.Length - span.TrimStart(" \t\r\n"u8).Length);
    }

    private void LetGo()
    {
        if (_scanned <= maxBytes && _dropped == 0) return;
        _dropped += _scanned;
        _buffer.Drop(_scanned);
        _scanned = 0;
    }
}
