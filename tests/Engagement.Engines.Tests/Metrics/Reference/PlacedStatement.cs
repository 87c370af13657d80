using Engagement.Courses;

namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>A statement and where it belongs: to a course, by which of its outlines, if any, and to which section, if any.</summary>
internal sealed record PlacedStatement(ReferenceStatement Statement, string Course, ReferenceOutline? Outline, OutlineSection? Section)
{
    public long At => Statement.At;

    /// <summary>Of the section by the outline then in force; empty: in none.</summary>
    public string Kind => Section?.Kind ?? "";

    public string SectionId => Section?.Id ?? "";
}
