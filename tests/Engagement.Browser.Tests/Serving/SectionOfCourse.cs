namespace Engagement.Browser.Tests.Serving;

/// <summary>A section as it is; <see cref="Report"/> is its row of section_report, as ClickHouse would answer it.</summary>
public sealed record SectionOfCourse(
    int Position, string Kind, string Title, int Engaged, int Deferred, int Rushed, int Jumped, int Unknown,
    double? Q25, double? Median, double? Q75, int Visits, int OpenVisits)
{
    public string Id => $"https://courses.example/fractions/s{Position}";

    private int Known => Engaged + Deferred + Rushed + Jumped;
    private int Reached => Known + Unknown;
    private int Opened => Reached - Jumped;

    public object Report()
    {
        var isSuppressed = IsFew(Reached) || IsFew(Known);
        var isTimeSuppressed = IsFew(Reached) || IsFew(Opened);
        int? Outcome(int learners) => isSuppressed ? null : learners;
        T? Time<T>(T? value) where T : struct => isTimeSuppressed ? null : value;
        return new
        {
            Id, Position, Kind, Title,
            Reached = IsFew(Reached) ? (int?)null : Reached,
            Opened = isSuppressed || isTimeSuppressed ? (int?)null : Opened,
            Engaged = Outcome(Engaged), Deferred = Outcome(Deferred), Rushed = Outcome(Rushed), Jumped = Outcome(Jumped), Unknown = Outcome(Unknown),
            Skipped = Outcome(Rushed + Jumped), Known = Outcome(Known),
            SkipRate = isSuppressed || Known == 0 ? (double?)null : (double)(Rushed + Jumped) / Known,
            Q25 = Time(Q25), Median = Time(Median), Q75 = Time(Q75), Visits = Time<int>(Visits), OpenVisits = Time<int>(OpenVisits),
            IsSuppressed = isSuppressed ? 1 : 0, IsTimeSuppressed = isTimeSuppressed ? 1 : 0,
        };
    }

    private static bool IsFew(int learners) => learners is > 0 and < 5;
}
