namespace Engagement.Web.Figures;

/// <summary>A row as ClickHouse answers it.</summary>
internal sealed record SectionRow(
    string Id, int Position, string Kind, string Title,
    long? Reached, long? Opened, long? Engaged, long? Deferred, long? Rushed, long? Jumped, long? Unknown,
    long? Skipped, long? Known, double? SkipRate, double? Q25, double? Median, double? Q75, long? Visits, long? OpenVisits,
    int IsSuppressed, int IsTimeSuppressed)
{
    public SectionFigures ToFigures() => new()
    {
        Id = Id,
        Position = Position,
        Kind = Kind,
        Title = Title.Length > 0 ? Title : Id,
        Reached = Reached,
        Engaged = Engaged,
        Deferred = Deferred,
        Rushed = Rushed,
        Jumped = Jumped,
        Unknown = Unknown,
        Skipped = Skipped,
        Known = Known,
        SkipRate = SkipRate,
        Opened = Opened,
        Q25Seconds = Q25,
        MedianSeconds = Median,
        Q75Seconds = Q75,
        Visits = Visits,
        OpenVisits = OpenVisits,
        Suppressed = IsSuppressed != 0,
        TimeSuppressed = IsTimeSuppressed != 0,
    };
}
