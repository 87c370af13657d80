using Engagement.Metrics.Explanations;
using Engagement.Reports;
using Engagement.Tests.Metrics.Explanations;
using Spectre.Console;

namespace Engagement.Tests.Reports;

public class ExplanationReportTests
{
    [Fact]
    public void A_day_is_named_where_it_begins_and_statements_left_out_are_marked()
    {
        var lines = Printed(StatusTests.WorkedExample(withAnswer: true).Explained().About("S3"), withRules: true).Split('\n').Select(line => line.Trim()).ToList();
        var first = lines.FindIndex(line => line.StartsWith("2026-03-02 10:04:00 ", StringComparison.Ordinal));
        Assert.Equal("…", lines[first - 1]);
        Assert.StartsWith("10:04:12 ", lines[first + 1], StringComparison.Ordinal);
        Assert.StartsWith("10:05:00 ", lines[first + 2], StringComparison.Ordinal);
        Assert.StartsWith("10:30:00 ", lines[first + 3], StringComparison.Ordinal);
        Assert.Equal("…", lines[first + 4]);
        Assert.Contains(lines, line => line.StartsWith("not-reached   no     opened at 10:04:12", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("engaged       yes    engaged at 10:05:00 by time", StringComparison.Ordinal));
    }

    [Fact]
    public void The_whole_course_has_sums_and_one_rule_a_section()
    {
        var text = Printed(StatusTests.WorkedExample(withAnswer: false).Explained(), withRules: false);
        Assert.Matches("all +4 +292 s +1192 s +1 of 4 visits open-ended", text);
        Assert.DoesNotContain("…", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not all numbers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not in these numbers yet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fits", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_computed_yet_or_does_not_follow_is_one_line_each()
    {
        var story = StatusTests.WorkedExample(withAnswer: false);
        story.Says(241, "answered", "act", "s2");
        story.Says(91, "answered", "act", "s1");
        var told = story.Explained(record => record with { IsPending = true });
        Assert.Equal(2, told.Differences.Count);
        var text = Printed(told, withRules: false);
        Assert.Contains("not in these numbers yet", text, StringComparison.Ordinal);
        Assert.Contains("\nNot all numbers follow from these lines: visit 1 of S1: its gaps add up to 91 s, not 240 s; and 1 more.\n", text, StringComparison.Ordinal);
        Assert.Contains("1 more. Have the metrics computed again", Printed(told with { IsPending = false }, withRules: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_can_do_nothing_to_a_terminal_and_learners_without_sections_are_told()
    {
        var story = new Story();
        story.Says(0, "\u001b[2Jexperienced", "enter", "urn:\u001b[2J");
        var text = Printed(story.Explained(record => record with { Outlines = [] }), withRules: false);
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("The course has no section", text, StringComparison.Ordinal);
        Assert.Contains("in no section", text, StringComparison.Ordinal);
    }

    private static string Printed(Explanation explanation, bool withRules)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        ExplanationReport.Print(console, explanation, withRules);
        return output.ToString();
    }
}
