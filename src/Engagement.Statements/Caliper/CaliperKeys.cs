using System.Text;
using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Caliper;

/// <summary>From a key's bytes to its <see cref="CaliperKey"/>.</summary>
internal static class CaliperKeys
{
    private static readonly Utf8Table<CaliperKey> ByName =
        new(Enum.GetValues<CaliperKey>().Where(k => k != CaliperKey.Unknown).Select(k => (NameOf(k), k)));

    public static CaliperKey Of(ReadOnlySpan<byte> name) => ByName.TryGet(name, out var key) ? key : CaliperKey.Unknown;

    private static string NameOf(CaliperKey key) => key == CaliperKey.Context
        ? "@context"
        : new StringBuilder(key.ToString()) { [0] = char.ToLowerInvariant(key.ToString()[0]) }.ToString();
}
