using System.Text.Json;

namespace Engagement.Courses;

/// <summary>
/// The fields of one JSON object that somebody sent. A wrong one becomes a fault and reads as null, so that all faults are found in
/// one go; no fault repeats a value. Null and a missing field are the same. Keys that nobody asks for are ignored. Not thread-safe.
/// </summary>
/// <param name="element">An object.</param>
/// <param name="path">Where it stands, e.g. <c>$.sections[3]</c>.</param>
/// <param name="faults">Takes what is wrong.</param>
public sealed class JsonFields(JsonElement element, string path, List<FieldFault> faults)
{
    private const int LongestText = 2000;

    public string Path => path;

    /// <summary>Reads a document, UTF-8, that is one object. Never throws, whatever the bytes are.</summary>
    /// <param name="json">All of it.</param>
    /// <param name="what">It is to be, with its article, for people.</param>
    /// <param name="faults">Takes why it is none; and later what is wrong with its fields.</param>
    public static JsonFields? Parse(ReadOnlySpan<byte> json, string what, List<FieldFault> faults)
    {
        if (Document(json, faults) is not { } root) return null;
        if (root.ValueKind == JsonValueKind.Object) return new JsonFields(root, "$", faults);
        faults.Add(new("$", $"{what} is a JSON object"));
        return null;
    }

    /// <summary>Reads a document, UTF-8, that is any one value. Never throws, whatever the bytes are.</summary>
    /// <param name="json">All of it.</param>
    /// <param name="faults">Takes why it is none.</param>
    public static JsonElement? Document(ReadOnlySpan<byte> json, List<FieldFault> faults)
    {
        try
        {
            var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
            var root = JsonElement.ParseValue(ref reader);
            reader.Read(); // throws where anything follows
            return root;
        }
        catch (JsonException e)
        {
            faults.Add(new("$", $"not well-formed JSON in UTF-8, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"));
            return null;
        }
    }

    /// <summary>Path of a field of it.</summary>
    public string PathOf(string key) => $"{path}.{key}";

    /// <summary>Tells that a field is wrong.</summary>
    public void Fault(string key, string reason) => faults.Add(new(PathOf(key), reason));

    /// <summary>Any value; null where there is none.</summary>
    public JsonElement? Any(string key) => Value(key);

    /// <summary>A required string, not blank.</summary>
    public string? Text(string key) => Text(key, LongestText, isRequired: true);

    /// <summary>A string that may be missing, on one line.</summary>
    /// <param name="key">Name of the field.</param>
    /// <param name="longest">Most characters.</param>
    public string? Line(string key, int longest) => Text(key, longest, isRequired: false) is not { } text ? null
        : text.Any(char.IsControl) ? Wrong<string>(key, "holds control characters")
        : text;

    /// <summary>A required id with a scheme.</summary>
    /// <param name="key">Name of the field.</param>
    /// <param name="what">It is, with its article, for people.</param>
    public string? Iri(string key, string what) => Text(key) is not { } text ? null
        : Activities.HasScheme(text) ? text
        : Wrong<string>(key, $"{what} is an IRI with a scheme, such as https://example.org/course/1");

    private string? Text(string key, int longest, bool isRequired)
    {
        if (Value(key) is not { } value) return isRequired ? Missing<string>(key) : null;
        if (value.ValueKind != JsonValueKind.String) return Wrong<string>(key, $"expected a string, found {Name(value)}");
        if (FieldText.Of(value) is not { } text) return Wrong<string>(key, FieldText.NoText);
        if (string.IsNullOrWhiteSpace(text)) return isRequired ? Wrong<string>(key, "must not be empty") : null;
        return text.Length <= longest ? text : Wrong<string>(key, $"longer than {longest} characters");
    }

    /// <summary>One of the allowed words.</summary>
    /// <param name="key">Name of the field.</param>
    /// <param name="allowed">The words.</param>
    /// <param name="missing">What a missing field reads as; null: it is required.</param>
    public string? Choice(string key, IReadOnlyList<string> allowed, string? missing)
    {
        if (Value(key) is not { } value) return missing ?? Missing<string>(key);
        return FieldText.Of(value) is { } word && allowed.Contains(word)
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

    /// <summary>True or false.</summary>
    public bool? Flag(string key)
    {
        if (Value(key) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Fault(key, $"expected true or false, found {Name(value)}");
        return null;
    }

    /// <summary>A date or time as ISO 8601 has them; without a zone UTC.</summary>
    public DateTimeOffset? Time(string key)
    {
        if (Value(key) is not { } value) return null;
        if (FieldText.Of(value) is { } text && IsoTime.TryParse(text, out var time)) return time;
        Fault(key, "expected a date or a time as ISO 8601 has them, such as 2026-09-01T12:00:00Z");
        return null;
    }

    /// <summary>A number from 0 to 1e9.</summary>
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
            if (!property.IsNamed(key)) continue;
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
