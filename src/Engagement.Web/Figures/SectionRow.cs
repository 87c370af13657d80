namespace Engagement.Web.Figures;

/// <summary>A row as ClickHouse answers it.</summary>
internal sealed record SectionRow(
    string Id, int Position, string Kind, string Title,
    long Reached, long Opened, long Engaged, long Deferred, long Rushed, long Jumped, long Unknown,
    double? Q25, double? Median, double? Q75, long Visits, long OpenVisits)
{
    public SectionFigures ToFigures()
    {
        var skipped = Jumped + Rushed;
        var known = skipped + Engaged + Deferred;
        return new SectionFigures
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
            Skipped = skipped,
            Known = known,
            SkipRate = known == 0 ? null : (double)skipped / known,
            Opened = Opened,
            Q25Seconds = Q25,
            MedianSeconds = Median,
            Q75Seconds = Q75,
            Visits = Visits,
            OpenVisits = OpenVisits,
            Suppressed = false,
            TimeSuppressed = false,
        };
    }
}
