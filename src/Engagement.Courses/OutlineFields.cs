using System.Text.Json;

namespace Engagement.Courses;

/// <summary>The fields of one JSON object of an outline. A wrong one becomes a fault and reads as null.</summary>
internal sealed class OutlineFields(JsonElement element, string path, List<OutlineFault> faults)
{
    private const int LongestText = 2000;

    public string Path => path;

    public string PathOf(string key) => $"{path}.{key}";

    public void Fault(string key, string reason) => faults.Add(new(PathOf(key), reason));

    /// <summary>A required string, not blank.</summary>
    public string? Text(string key)
    {
        if (Value(key) is not { } value) return Missing<string>(key);
        if (value.ValueKind != JsonValueKind.String) return Wrong<string>(key, $"expected a string, found {Name(value)}");
        if (OutlineText.Of(value) is not { } text) return Wrong<string>(key, OutlineText.NoText);
        if (string.IsNullOrWhiteSpace(text)) return Wrong<string>(key, "must not be empty");
        return text.Length <= LongestText ? text : Wrong<string>(key, $"longer than {LongestText} characters");
    }

    /// <summary>One of the allowed words.</summary>
    /// <param name="key">Name of the field.</param>
    /// <param name="allowed">The words.</param>
    /// <param name="missing">What a missing field reads as; null: it is required.</param>
    public string? Choice(string key, IReadOnlyList<string> allowed, string? missing)
    {
        if (Value(key) is not { } value) return missing ?? Missing<string>(key);
        return OutlineText.Of(value) is { } word && allowed.Contains(word)
            ? word
            : Wrong<string>(key, $"expected one of {string.Join(", ", allowed)}");
    }

    /// <summary>A required array.</summary>
    public List<JsonElement>? Items(string key)
    {
        if (Value(key) is not { } value) return Missing<List<JsonElement>>(key);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : Wrong<List<JsonElement>>(key, $"expected an array, found {Name(value)}");
    }

    /// <summary>A whole number from 1.</summary>
    public int? Ordinal(string key)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0) return number;
        Fault(key, "expected a whole number from 1");
        return null;
    }

    /// <summary>Seconds above 0, rounded to the microsecond.</summary>
    public decimal? Seconds(string key, int most)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var seconds)
            && seconds <= most && decimal.Round(seconds, 6) is > 0 and var rounded) return rounded;
        Fault(key, $"expected a number of seconds above 0 and at most {most}");
        return null;
    }

    public bool? Flag(string key)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Fault(key, $"expected true or false, found {Name(value)}");
        return null;
    }

    public DateTimeOffset? Time(string key)
    {
        if (Value(key) is not { } value) return null;
        if (OutlineText.Of(value) is { } text && IsoTime.TryParse(text, out var time)) return time;
        Fault(key, "expected a date or a time as ISO 8601 has them, such as 2026-09-01T12:00:00Z");
        return null;
    }

    public double? Weight(string key)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var weight) && weight is >= 0 and <= 1e9) return weight;
        Fault(key, "expected a number that is not negative");
        return null;
    }

    private JsonElement? Value(string key)
    {
        JsonElement? found = null;
        foreach (var property in element.EnumerateObject())
        {
            if (!property.NameEquals(key)) continue;
            if (found is not null) Fault(key, "given twice");
            found = property.Value;
        }
        return found is { ValueKind: JsonValueKind.Null } ? null : found;
    }

    private T? Missing<T>(string key) where T : class => Wrong<T>(key, "is missing");

    private T? Wrong<T>(string key, string reason) where T : class
    {
        Fault(key, reason);
        return null;
    }

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "true, false or null",
    };
}
