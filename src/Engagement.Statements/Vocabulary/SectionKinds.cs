namespace Engagement.Statements.Vocabulary;

/// <summary>Section kinds as they are written: in outlines, extensions, activity types and tables.</summary>
public static class SectionKinds
{
    private static readonly string[] Names =
        ["", "content", "resource", "try-it", "think-about", "discussion", "assessment", "artifact", "other"];

    private static readonly Utf8Table<SectionKind> ByName = new(
        Enum.GetValues<SectionKind>().Where(kind => kind != SectionKind.Unknown).Select(kind => (Names[(int)kind], kind)));

    /// <summary>Unknown where it is none of them; they are lower-case.</summary>
    public static SectionKind Of(ReadOnlySpan<byte> name) => ByName.TryGet(name, out var kind) ? kind : SectionKind.Unknown;

    /// <summary>Empty for Unknown.</summary>
    public static string Name(SectionKind kind) => Names[(int)kind];
}
