using System.Text;
using Engagement.Statements.Json;
using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Reading;

/// <summary>From a key's bytes to its <see cref="Key"/> and back.</summary>
internal static class Keys
{
    private static readonly string[] Names = [.. Enum.GetValues<Key>().Select(NameOf)];
    private static readonly Utf8Table<Key> ByName =
        new(Enum.GetValues<Key>().Where(k => k != Key.Unknown).Select(k => (Names[(int)k], k)));

    public static Key Of(ReadOnlySpan<byte> name) => ByName.TryGet(name, out var key) ? key : Key.Unknown;

    /// <param name="name">With escapes whose grammar was checked.</param>
    public static Key OfEscaped(ReadOnlySpan<byte> name)
    {
        // Longer than any key of xAPI with each letter written as \uXXXX: no match, whatever it says.
        if (name.Length > 256) return Key.Unknown;
        Span<byte> text = stackalloc byte[256];
        return Of(text[..JsonText.Unescape(name, text)]);
    }

    /// <summary>The key as in JSON; <c>*</c> for an unknown one, so that nothing a person wrote gets into a path.</summary>
    public static string Text(Key key) => Names[(int)key];

    private static string NameOf(Key key) => key switch
    {
        Key.Unknown => "*",
        Key.MboxSha1Sum => "mbox_sha1sum",
        _ => new StringBuilder(key.ToString()) { [0] = char.ToLowerInvariant(key.ToString()[0]) }.ToString(),
    };
}
