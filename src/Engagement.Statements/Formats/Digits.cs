namespace Engagement.Statements.Formats;

/// <summary>Reads a text of digits and separators from left to right.</summary>
internal ref struct Digits(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    public readonly bool HasDigit => !_rest.IsEmpty && char.IsAsciiDigit((char)_rest[0]);

    public bool Skip(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected) return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Exactly so many digits.</summary>
    public bool Take(int count, out int value)
    {
        value = 0;
        if (_rest.Length < count) return false;
        for (var i = 0; i < count; i++)
        {
            var digit = _rest[i] - '0';
            if ((uint)digit > 9) return false;
            value = value * 10 + digit;
        }

        _rest = _rest[count..];
        return true;
    }

    /// <summary>One digit or more behind a decimal mark, as millionths; what is smaller is cut.</summary>
    public bool TakeFraction(out long millionths)
    {
        millionths = 0;
        var weight = 100_000;
        var any = false;
        for (; HasDigit; _rest = _rest[1..])
        {
            any = true;
            millionths += (_rest[0] - '0') * weight;
            weight /= 10;
        }

        return any;
    }

    /// <summary>One digit or more; infinite where there are too many to hold.</summary>
    public bool TakeNumber(out double value, out bool hasFraction)
    {
        value = 0;
        hasFraction = false;
        if (!HasDigit) return false;
        for (; HasDigit; _rest = _rest[1..]) value = value * 10 + (_rest[0] - '0');
        if (!Skip('.') && !Skip(',')) return true;
        hasFraction = true;
        if (!HasDigit) return false;
        for (var weight = 0.1; HasDigit; _rest = _rest[1..], weight /= 10) value += (_rest[0] - '0') * weight;
        return true;
    }
}
