using Engagement.Statements;
using Vocabulary = Engagement.Statements.Vocabulary.SectionKinds;

namespace Engagement.Courses;

/// <summary>Names of the section kinds an outline may use.</summary>
public static class SectionKinds
{
    public static IReadOnlyList<string> All { get; } =
        [.. Enum.GetValues<SectionKind>().Where(kind => kind != SectionKind.Unknown).Select(Vocabulary.Name)];
}
