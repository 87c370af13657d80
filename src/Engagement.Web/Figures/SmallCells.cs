using Microsoft.Extensions.Options;

namespace Engagement.Web.Figures;

/// <summary>
/// Holds back figures that speak of so few learners that they speak of a person. A figure is judged by the group it
/// describes: outcomes by who reached the section and by whose outcome is known, times by who opened it. Pure; thread-safe.
/// </summary>
public sealed class SmallCells(IOptions<WebOptions> options)
{
    private readonly int _smallest = options.Value.SmallestCell;

    public CourseFigures Hide(CourseFigures course) => IsFew(course.Learners)
        ? course with { Learners = null, Statements = null, Suppressed = true }
        : course;

    public SectionFigures Hide(SectionFigures section)
    {
        // Nobody there is not a small group but an empty one: its zeros tell nothing about anyone.
        var hasFewThere = IsFew(section.Reached);
        // With few of known outcome the rest could be read off, so all outcomes go, not the rate alone.
        var hasFewKnown = IsFew(section.Known);
        var hasFewOpened = IsFew(section.Opened) || hasFewThere;

        if (hasFewThere || hasFewKnown)
            section = section with
            {
                Engaged = null, Deferred = null, Rushed = null, Jumped = null, Unknown = null,
                Skipped = null, Known = null, SkipRate = null, Opened = null, Suppressed = true,
                Reached = hasFewThere ? null : section.Reached,
            };
        if (hasFewOpened)
            section = section with
            {
                Q25Seconds = null, MedianSeconds = null, Q75Seconds = null, Opened = null, Visits = null, OpenVisits = null,
                TimeSuppressed = true,
            };
        return section;
    }

    private bool IsFew(long? learners) => learners > 0 && learners < _smallest;
}
