using Engagement.Metrics.Explanations;

namespace Engagement.Tests.Metrics.Explanations;

public class LineTests
{
    private const string Other = "https://example.org/other";

    [Fact]
    public void A_gap_longer_than_the_cut_off_ends_a_visit_and_the_same_section_begins_another()
    {
        var story = new Story();
        story.Visits("S1", [story.Says(0, "experienced", "enter", "s1"), story.Says(300, "interacted", "pulse", "s1")], low: 300, high: 600);
        story.Visits("S1", [story.Says(600.000001m, "interacted", "pulse", "s1")], low: 0, high: 300);
        var told = Told(story);
        Assert.Equal(
            ["the gap counts", "the gap is longer than the cut-off: open-ended; visit 1: 300 to 600 s", "nothing follows: open-ended; visit 2: 0 to 300 s"],
            told.Lines.Select(line => line.Why));
        Assert.Equal(300.000001m, told.Lines[1].GapSeconds);
        Assert.Equal("the gap is longer than the cut-off", told.Visits[0].End);
    }

    [Fact]
    public void The_largest_declared_time_of_a_visit_beats_the_others_and_the_gaps()
    {
        var story = new Story();
        story.Visits("S1",
            [
                story.Says(0, "experienced", "enter", "s1"), story.Says(30, "progressed", "pulse", "s1", declared: 20),
                story.Says(60, "progressed", "pulse", "s1", declared: 50), story.Says(70, "interacted", "pulse", "s1"),
            ],
            low: 50);
        story.Says(500, "experienced", "enter", Other, course: Other);
        Assert.Equal(
            [
                "the gap does not count, as the visit's time is declared",
                "declares 20 s, less than another statement of the visit; the gap does not count, as the visit's time is declared",
                "declares 50 s, the visit's time, not the 70 s measured; the gap does not count, as the visit's time is declared",
                "the gap is longer than the cut-off; visit 1: 50 s",
                $"in another course, {Other}",
            ],
            Told(story).Lines.Select(line => line.Why));
    }

    [Fact]
    public void More_than_7200_seconds_declared_are_clipped()
    {
        var story = new Story();
        story.Visits("S1", [story.Says(0, "left", "exit", "s1", declared: 9000)], low: 7200, clipped: true);
        var told = Told(story);
        Assert.Equal(
            "declares 9000 s, of which 7200 s count as the visit's time, not the 0 s measured; an exit: the gap after it belongs to nobody; visit 1: 7200 s",
            Assert.Single(told.Lines).Why);
        Assert.Equal((9000m, true), (told.Visits[0].DeclaredSeconds, told.Visits[0].IsClipped));
    }

    [Fact]
    public void After_an_exit_nothing_counts_however_soon_the_learner_is_back()
    {
        var story = new Story();
        story.Visits("S1", [story.Says(0, "experienced", "enter", "s1"), story.Says(20, "left", "exit", "s1")], low: 20);
        story.Visits("S1", [story.Says(21, "experienced", "enter", "s1")], low: 0, high: 300);
        var line = Told(story).Lines[1];
        Assert.Equal((1m, null, 0m), (line.GapSeconds, line.CutOffSeconds, line.MeasuredSeconds));
        Assert.Equal("an exit: the gap after it belongs to nobody; visit 1: 20 s", line.Why);
    }

    [Fact]
    public void Statements_of_one_time_follow_each_other_by_id()
    {
        var story = new Story();
        var second = story.Says(0, "interacted", "pulse", "s1", id: new Guid("02000000-0000-0000-0000-000000000001"));
        var first = story.Says(0, "experienced", "enter", "s1", id: new Guid("01ff0000-0000-0000-0000-000000000001"));
        var third = story.Says(0, "experienced", "enter", "s3", id: new Guid("02000000-0000-0000-0000-000000000002"));
        story.Visits("S1", [first, second], low: 0);
        story.Visits("S3", [third], low: 0, high: 300);
        var told = Told(story);
        Assert.Equal([first.StatementId, second.StatementId, third.StatementId], told.Lines.Select(line => line.StatementId));
        Assert.Equal("the gap counts, until S3; visit 1: 0 s", told.Lines[1].Why);
    }

    [Fact]
    public void A_voided_statement_is_told_and_ends_no_gap()
    {
        var story = new Story();
        var first = story.Says(0, "experienced", "enter", "s1");
        story.Says(10, "answered", "act", "s2/q1", voided: true);
        story.Visits("S1", [first, story.Says(50, "left", "exit", "s1")], low: 50);
        story.Says(60, "voided", "void", "");
        var told = Told(story);
        Assert.Equal(["the gap counts", "voided: in no number", "an exit: the gap after it belongs to nobody; visit 1: 50 s", "in no section"], told.Lines.Select(line => line.Why));
        Assert.Equal([50m, null, 10m, null], told.Lines.Select(line => line.GapSeconds));
        Assert.Equal("answered S2", told.Lines[1].Statement);
        Assert.Equal("voided a statement", told.Lines[3].Statement);
        // Whoever misses the answer finds it where it was.
        Assert.Equal([2], told.About("S2").Lines.Select(line => line.Number));
    }

    [Fact]
    public void Time_lasts_until_the_next_statement_in_any_course()
    {
        var story = new Story();
        story.Visits("S1", [story.Says(0, "experienced", "enter", "s1")], low: 40, tail: 40);
        var elsewhere = story.Says(40, "experienced", "enter", Other + "/page", course: Other);
        story.Visits("page", [elsewhere], low: 0, high: 300, course: Other);
        story.Says(5000, "experienced", "enter", Other + "/page", course: Other);
        var told = Told(story);
        Assert.Equal([$"the gap counts, until another course, {Other}; visit 1: 40 s", $"in another course, {Other}"], told.Lines.Select(line => line.Why));
        Assert.Equal((3, true, null), (told.Statements, told.Lines[1].IsBeside, told.Lines[1].Visit));
        Assert.Single(told.Visits);
    }

    [Fact]
    public void What_names_the_course_beside_another_is_told_as_in_no_section()
    {
        var story = new Story();
        story.Says(0, "registered", "course", Story.Course, course: Other);
        story.Says(1, "registered", "course", Other, course: Other);
        var line = Assert.Single(Told(story).Lines);
        Assert.Equal((Story.Course, "in no section"), (line.CourseId, line.Why));
    }

    [Fact]
    public void A_section_is_told_with_the_statements_beside_its_visits_and_no_more()
    {
        var told = StatusTests.WorkedExample(withAnswer: true).Explained().About("S2");
        Assert.Equal([(2, true), (3, false), (4, true), (6, true), (7, false)], told.Lines.Select(line => (line.Number, line.IsBeside)));
        Assert.Equal([2, 5], told.Visits.Select(visit => visit.Number));
        Assert.Equal("S2", Assert.Single(told.Sections).SectionId);
        Assert.Equal(12m, told.Totals.LowSeconds);
    }

    [Fact]
    public void A_section_whose_id_is_an_address_goes_by_its_title_and_by_its_position_where_two_share_it()
    {
        var story = new Story();
        story.Outline[0] = story.Outline[0] with { Id = "https://example.org/s1", Title = "Quiz" };
        story.Outline[1] = story.Outline[1] with { Id = "https://example.org/s2", Title = "Quiz" };
        story.Outline[2] = story.Outline[2] with { Id = "https://example.org/s3" };
        story.Visits("https://example.org/s2", [story.Says(0, "experienced", "enter", "s2")], low: 5, tail: 5);
        story.Visits("https://example.org/s3", [story.Says(5, "experienced", "enter", "s3")], low: 0, high: 300);
        Assert.Equal(["experienced Quiz (#2)", "experienced Three"], Told(story).Lines.Select(line => line.Statement));
    }

    private static Explanation Told(Story story)
    {
        var told = story.Explained();
        Assert.Empty(told.Differences);
        return told;
    }
}
