using System.Text;
using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Reading;

/// <summary>From a key's bytes to its <see cref="Key"/> and back.</summary>
internal static class Keys
{
    private static readonly string[] Names = [.. Enum.GetValues<Key>().Select(NameOf)];
    private static readonly Utf8Table<Key> ByName =
        new(Enum.GetValues<Key>().Where(k => k != Key.Unknown).Select(k => (Names[(int)k], k)));

    public static Key Of(ReadOnlySpan<byte> name) => ByName.TryGet(name, out var key) ? key : Key.Unknown;

    /// <summary>The key as in JSON; <c>*</c> for an unknown one, so that nothing a person wrote gets into a path.</summary>
    public static string Text(Key key) => Names[(int)key];

    private static string NameOf(Key key) => key switch
    {
        Key.Unknown => "*",
        Key.MboxSha1Sum => "mbox_sha1sum",
        _ => new StringBuilder(key.ToString()) { [0] = char.ToLowerInvariant(key.ToString()[0]) }.ToString(),
    };
}
