namespace Engagement.Web.Figures;

/// <summary>A row as ClickHouse answers it.</summary>
internal sealed record CourseRow(string Id, string Title, long? Learners, long? Statements, int IsSuppressed, int Sections, int IsInferred, long AsOfMs)
{
    public CourseFigures ToFigures() => new()
    {
        Id = Id,
        Title = Title,
        Learners = Learners,
        Statements = Statements,
        Sections = Sections,
        IsInferred = IsInferred != 0,
        AsOf = AsOfMs > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(AsOfMs) : null,
        Suppressed = IsSuppressed != 0,
    };
}
