namespace Engagement.Courses;

/// <summary>Names of the section kinds as outlines and tables spell them.</summary>
public static class SectionKinds
{
    public static IReadOnlyList<string> All { get; } =
        ["content", "resource", "try-it", "think-about", "discussion", "assessment", "artifact", "other"];
}
