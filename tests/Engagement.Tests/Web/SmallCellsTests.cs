using Engagement.Web;
using Engagement.Web.Figures;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Web;

public sealed class SmallCellsTests
{
    private readonly SmallCells _cells = new(Options.Create(new WebOptions()));

    [Fact]
    public void A_section_five_learners_reached_is_shown()
    {
        var section = Section(engaged: 2, deferred: 1, rushed: 1, jumped: 1, unknown: 0) with { Opened = 5 };
        Assert.Equal(section, _cells.Hide(section));
    }

    [Fact]
    public void A_section_four_learners_reached_shows_no_figure_at_all()
    {
        var hidden = _cells.Hide(Section(engaged: 1, deferred: 1, rushed: 1, jumped: 1, unknown: 0));

        Assert.True(hidden.Suppressed);
        Assert.True(hidden.TimeSuppressed);
        long?[] counts =
        [
            hidden.Reached, hidden.Engaged, hidden.Deferred, hidden.Rushed, hidden.Jumped, hidden.Unknown, hidden.Skipped,
            hidden.Known, hidden.Opened, hidden.Visits, hidden.OpenVisits,
        ];
        double?[] others = [hidden.SkipRate, hidden.Q25Seconds, hidden.MedianSeconds, hidden.Q75Seconds];
        Assert.All(counts, c => Assert.Null(c));
        Assert.All(others, o => Assert.Null(o));
    }

    [Fact]
    public void Few_known_outcomes_are_held_back_with_all_that_gives_them_away()
    {
        var hidden = _cells.Hide(Section(engaged: 1, deferred: 0, rushed: 1, jumped: 1, unknown: 9));

        Assert.Equal(12, hidden.Reached);
        Assert.True(hidden.Suppressed);
        Assert.Null(hidden.SkipRate);
        Assert.Null(hidden.Unknown); // reached less unknown would be the known ones
        Assert.False(hidden.TimeSuppressed);
        Assert.Equal(60, hidden.MedianSeconds);
    }

    [Fact]
    public void Times_are_held_back_where_few_opened_though_many_jumped()
    {
        var hidden = _cells.Hide(Section(engaged: 1, deferred: 0, rushed: 1, jumped: 50, unknown: 1));

        Assert.False(hidden.Suppressed);
        Assert.Equal(50, hidden.Jumped);
        Assert.True(hidden.TimeSuppressed);
        Assert.Null(hidden.MedianSeconds);
        Assert.Null(hidden.OpenVisits);
    }

    [Fact]
    public void Nobody_is_not_a_small_group()
    {
        var empty = Section(0, 0, 0, 0, 0);
        Assert.Equal(empty, _cells.Hide(empty));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_course_of_one_to_four_learners_tells_no_number(long learners, bool isHidden)
    {
        var course = _cells.Hide(new CourseFigures
        {
            Id = "https://c.example/1", Title = "C", Learners = learners, Statements = 10 * learners, Sections = 3, IsInferred = false,
            AsOf = null, Suppressed = false,
        });
        Assert.Equal(isHidden, course.Suppressed);
        Assert.Equal(isHidden, course.Learners is null);
        Assert.Equal(isHidden, course.Statements is null);
    }

    private static SectionFigures Section(long engaged, long deferred, long rushed, long jumped, long unknown)
    {
        var skipped = rushed + jumped;
        var known = engaged + deferred + skipped;
        return new SectionFigures
        {
            Id = "s", Position = 1, Kind = "try-it", Title = "S",
            Reached = known + unknown, Engaged = engaged, Deferred = deferred, Rushed = rushed, Jumped = jumped, Unknown = unknown,
            Skipped = skipped, Known = known, SkipRate = known == 0 ? null : (double)skipped / known,
            Opened = known + unknown - jumped, Q25Seconds = 30, MedianSeconds = 60, Q75Seconds = 90, Visits = 20, OpenVisits = 3,
            Suppressed = false, TimeSuppressed = false,
        };
    }
}
