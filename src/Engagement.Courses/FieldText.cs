using System.Text.Json;

namespace Engagement.Courses;

/// <summary>Strings of a document. JSON may hold some that are no text: bytes that are not UTF-8, half a surrogate pair.</summary>
public static class FieldText
{
    /// <summary>Why such a string is refused.</summary>
    public const string NoText = "holds characters that can't be read as text";

    /// <summary>Null where the value is no string or no text.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // the only way System.Text.Json has to say so
        }
    }

    /// <summary>Whether a property has this name; one whose name is no text has none.</summary>
    public static bool IsNamed(this JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
