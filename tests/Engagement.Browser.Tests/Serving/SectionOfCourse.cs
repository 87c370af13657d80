namespace Engagement.Browser.Tests.Serving;

/// <summary>A row of section_summary, as ClickHouse would answer it.</summary>
public sealed record SectionOfCourse(
    int Position, string Kind, string Title, int Engaged, int Deferred, int Rushed, int Jumped, int Unknown,
    double? Q25, double? Median, double? Q75, int Visits, int OpenVisits)
{
    public string Id => $"https://courses.example/fractions/s{Position}";
    public int Known => Engaged + Deferred + Rushed + Jumped;
    public int Reached => Known + Unknown;
    public int Opened => Reached - Jumped;
}
