using System.Text.Json;

namespace Engagement.Courses;

/// <summary>Strings of an outline. JSON may hold some that are no text: bytes that are not UTF-8, half a surrogate pair.</summary>
internal static class OutlineText
{
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
}
