using Engagement.Metrics.Explanations;

namespace Engagement.Tests.Metrics.Explanations;

public class StatusTests
{
    [Fact]
    public void The_worked_example_is_told_line_by_line_and_rule_by_rule()
    {
        var told = WorkedExample(withAnswer: false).Explained();
        Assert.Empty(told.Differences);
        Assert.Equal(
            [
                "experienced S1 | the gap counts",
                "interacted S1 | the gap counts, until S2; visit 1: 240 s",
                "experienced S2 | the gap counts, until S3; visit 2: 12 s",
                "experienced S3 | the gap does not count, as the visit's time is declared",
                "left S3 | declares 40 s, the visit's time, not the 48 s measured; an exit: the gap after it belongs to nobody; visit 3: 40 s",
                "experienced S4 | nothing follows: open-ended; visit 4: 0 to 900 s",
            ],
            told.Lines.Select(line => $"{line.Statement} | {line.Why}"));
        Assert.Equal([90m, 150m, 12m, 48m, 1500m, null], told.Lines.Select(line => line.GapSeconds));
        Assert.Equal([300m, 300m, 900m, 300m, null, 900m], told.Lines.Select(line => line.CutOffSeconds));
        Assert.Equal(["went on to S2", "went on to S3", "an exit", "nothing follows"], told.Visits.Select(visit => visit.End));
        Assert.Equal(
            [
                "engaged: engaged at 10:04:00 by time: 240 s, and the floor is 18 s (15 % of the expected 120 s)",
                "rushed: opened, no response, at most 12 s, and the floor is 45 s (15 % of the expected 300 s)",
                "engaged: engaged at 10:05:00 by time: 40 s, and the floor is 10 s (nothing is expected)",
                "unknown: opened, no response, 0 to 900 s, and the floor is 30 s (15 % of the expected 200 s): may have read on after the last event; in no rate",
            ],
            told.Sections.Select(section => $"{section.Status}: {section.Why}"));
        Assert.Equal((4, 292m, 1192m), (told.Totals.Visits, told.Totals.LowSeconds, told.Totals.HighSeconds));
    }

    [Fact]
    public void An_answer_after_a_later_section_was_opened_makes_it_deferred()
    {
        var told = WorkedExample(withAnswer: true).Explained();
        Assert.Empty(told.Differences);
        var section = told.Sections[1];
        Assert.Equal("deferred", section.Status);
        Assert.Equal("engaged at 11:00:00 by a response (answered), after S3, a later section, was opened at 10:04:12", section.Why);
        Assert.Equal("a response; nothing follows: open-ended; visit 5: 0 to 900 s", told.Lines[^1].Why);
        Assert.Equal("the gap is longer than the cut-off: open-ended; visit 4: 0 to 900 s", told.Lines[^2].Why);
    }

    [Fact]
    public void A_rushed_section_failed_every_row_before()
    {
        var rules = WorkedExample(withAnswer: false).Explained().Sections[1].Rules;
        Assert.Equal(
            [
                new RuleOutcome("not-reached", false, "opened at 10:04:00"),
                new RuleOutcome("engaged", false, "no response, and 12 s is less than the floor of 45 s (15 % of the expected 300 s)"),
                new RuleOutcome("unknown", false, "at most 12 s, less than the floor of 45 s (15 % of the expected 300 s)"),
                new RuleOutcome("rushed", true, "opened, no response, at most 12 s, and the floor is 45 s (15 % of the expected 300 s)"),
            ],
            rules);
    }

    [Fact]
    public void What_was_never_opened_is_jumped_where_a_later_section_was_and_else_not_reached()
    {
        var story = new Story();
        story.Visits("S2", [story.Says(0, "experienced", "enter", "s2"), story.Says(60, "left", "exit", "s2")], low: 60);
        story.Is("S1", "jumped", 18);
        story.Is("S2", "engaged", 45, engagedAt: 60);
        story.Is("S3", "not-reached", 10);
        var told = story.Explained();
        Assert.Empty(told.Differences);
        Assert.Equal("never opened, though S2, a later section, was opened at 10:00:00", told.Sections[0].Why);
        Assert.Equal(["not-reached", "engaged", "unknown", "rushed", "jumped"], told.Sections[0].Rules.Select(rule => rule.Status));
        Assert.Equal("never opened, no later section either, and the course is not completed: in no rate", told.Sections[2].Why);
    }

    [Fact]
    public void Completing_the_course_reaches_every_section()
    {
        var story = new Story { CompletedAt = Story.At(5) };
        story.Says(5, "completed", "act", Story.Course);
        story.Is("S4", "jumped", 30);
        var told = story.Explained();
        Assert.Empty(told.Differences);
        Assert.Equal("never opened, though the course was completed at 10:00:05", told.Sections[0].Why);
        Assert.Equal("in no section: completes the course", told.Lines[0].Why);
    }

    [Fact]
    public void The_visit_that_reaches_the_floor_says_when_it_was_and_another_day_is_named()
    {
        var story = new Story();
        story.Visits("S1", [story.Says(0, "experienced", "enter", "s1"), story.Says(10, "left", "exit", "s1")], low: 10);
        story.Visits("S3", [story.Says(100, "experienced", "enter", "s3"), story.Says(130, "left", "exit", "s3")], low: 30);
        story.Visits("S1", [story.Says(86_400, "experienced", "enter", "s1"), story.Says(86_409.5m, "left", "exit", "s1")], low: 9.5m);
        story.Is("S1", "deferred", 18, engagedAt: 86_409.5m);
        story.Is("S3", "engaged", 10, engagedAt: 130);
        var told = story.Explained();
        Assert.Empty(told.Differences);
        Assert.Equal(
            "engaged at 2026-03-03 10:00:09.5 by time: 19.5 s, and the floor is 18 s (15 % of the expected 120 s), after S3, a later section, was opened at 2026-03-02 10:01:40",
            told.Sections[0].Why);
    }

    [Theory]
    [InlineData(null, 25.0, "25 s (as the outline says)")]
    [InlineData(20.0, null, "10 s (the least; 15 % of the expected 20 s is less)")]
    [InlineData(null, null, "10 s (nothing is expected)")]
    public void The_floor_says_where_it_comes_from(double? expected, double? own, string words)
    {
        var story = new Story();
        story.Outline[2] = story.Outline[2] with { ExpectedSeconds = (decimal?)expected, FloorSeconds = (decimal?)own };
        story.Visits("S3", [story.Says(0, "experienced", "enter", "s3"), story.Says(5, "left", "exit", "s3")], low: 5);
        story.Is("S3", "rushed", (decimal?)own ?? 10);
        var told = story.Explained();
        Assert.Empty(told.Differences);
        Assert.Equal($"opened, no response, at most 5 s, and the floor is {words}", Assert.Single(told.Sections).Why);
    }

    internal static Story WorkedExample(bool withAnswer)
    {
        var story = new Story();
        story.Visits("S1", [story.Says(0, "experienced", "enter", "s1"), story.Says(90, "interacted", "pulse", "s1")], low: 240, tail: 150);
        story.Visits("S2", [story.Says(240, "experienced", "enter", "s2")], low: 12, tail: 12);
        story.Visits("S3", [story.Says(252, "experienced", "enter", "s3"), story.Says(300, "left", "exit", "s3", declared: 40)], low: 40);
        story.Visits("S4", [story.Says(1800, "experienced", "enter", "s4")], low: 0, high: 900);
        if (withAnswer) story.Visits("S2", [story.Says(3600, "answered", "act", "s2")], low: 0, high: 900);
        story.Is("S1", "engaged", 18, engagedAt: 240);
        story.Is("S2", withAnswer ? "deferred" : "rushed", 45, engagedAt: withAnswer ? 3600 : null);
        story.Is("S3", "engaged", 10, engagedAt: 300);
        story.Is("S4", "unknown", 30);
        return story;
    }
}
