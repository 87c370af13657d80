using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Dialects;

/// <summary>Open edX's name of a block: <c>block-v1:ORG+COURSE+RUN+type@problem+block@…</c>, with <c>ccx-</c> before it in a custom course.</summary>
internal static class UsageKey
{
    private static readonly Utf8Table<SectionKind> Kinds =
        new(Rows.Of("open-edx-blocks.tsv").Select(row => (row[1], SectionKinds.Of(System.Text.Encoding.UTF8.GetBytes(row[0])))));

    /// <param name="key">Where in the id it stands.</param>
    public static bool TryFind(ReadOnlySpan<byte> id, out Range key)
    {
        key = default;
        var at = id.IndexOf("block-v1:"u8);
        if (at < 0) return false;
        var start = id[..at].LastIndexOf((byte)'/') + 1;
        if (start != at && !id[start..at].SequenceEqual("ccx-"u8)) return false;
        var length = id[start..].IndexOfAny((byte)'/', (byte)'?', (byte)'#');
        key = start..(length < 0 ? id.Length : start + length);
        return true;
    }

    /// <summary>By the type of block; Unknown where the table does not have it.</summary>
    public static SectionKind KindOf(ReadOnlySpan<byte> key)
    {
        var marker = "+type@"u8;
        var at = key.IndexOf(marker);
        if (at < 0) return SectionKind.Unknown;
        var type = key[(at + marker.Length)..];
        var end = type.IndexOf((byte)'+');
        return Kinds.TryGet(end < 0 ? type : type[..end], out var kind) ? kind : SectionKind.Unknown;
    }
}
