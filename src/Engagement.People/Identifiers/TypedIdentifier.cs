using System.Text.Json;
using Engagement.Courses;

namespace Engagement.People.Identifiers;

/// <summary>An actor's identifier in the form a person types it.</summary>
internal static class TypedIdentifier
{
    /// <param name="agent">One that a statement could have: with exactly one identifier, and no key that is unknown.</param>
    /// <returns>Null: it holds characters that can't be read as text.</returns>
    public static string? Of(JsonElement agent)
    {
        foreach (var key in (string[])["mbox", "mbox_sha1sum", "openid"])
            if (agent.TryGetProperty(key, out var identifier)) return FieldText.Of(identifier);
        var account = agent.GetProperty("account");
        return FieldText.Of(account.GetProperty("homePage")) is { } homePage && FieldText.Of(account.GetProperty("name")) is { } name ? $"{homePage}|{name}" : null;
    }

    /// <summary>The mail address it is; null where it is another kind.</summary>
    public static string? Mail(string typed)
    {
        var mail = typed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? typed[7..] : typed;
        return mail.AsSpan().IndexOfAny(":|") < 0 && mail.Contains('@', StringComparison.Ordinal) ? mail : null;
    }
}
