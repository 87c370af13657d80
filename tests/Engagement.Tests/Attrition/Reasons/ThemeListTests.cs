using Engagement.Attrition.Features;
using Engagement.Attrition.Reasons.Themes;

namespace Engagement.Tests.Attrition.Reasons;

public class ThemeListTests
{
    // A row whose sentence stands on the page, for each theme.
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["silence"] = "silence=9 gap_mean=2",
        ["fewer-days"] = "active_days_14=1 active_days_15_28=5",
        ["less-than-before"] = "statements_14=12 statements_15_28=80",
        ["long-breaks"] = "gap_recent=6 gap_mean=3",
        ["waits-for-feedback"] = "feedback_waiting=4 feedbacks_waiting=1",
        ["waits-for-help"] = "help_waiting=3",
        ["slow-feedback"] = "feedback_latency=5",
        ["skips-practice"] = "practice_skipped_last_3=2 practice_skipped_share=0.4",
        ["stands-still"] = "days_since_new_section=12 silence=1",
        ["little-time"] = "seconds=900 seconds_against_expected=0.4",
        ["leaves-content"] = "active_days_14=1 content_14=0 content=30",
        ["leaves-discussion"] = "active_days_14=1 discussion_14=0 discussion=3",
        ["leaves-assessment"] = "active_days_14=1 assessment_14=0 assessment=7",
        ["work-missed"] = "missed=2 done_of_due=1",
        ["work-late"] = "lateness=6",
        ["low-marks"] = "mark_mean=0.45",
        ["next-due"] = "days_to_due=5 due_weight=0.25 next_is_done=0",
        ["done-ahead"] = "next_is_done=1",
        ["behind-others"] = "active_days_28=2 active_days_28_against_others=-4.3 days_since_first=40",
        ["late-start"] = "registered_before=-12",
        ["other-courses"] = "other_courses=2",
    };

    [Fact]
    public void Each_feature_belongs_to_one_theme_or_is_told_of_nobody() =>
        Assert.Equal(FeatureList.Names.Order(), ThemeList.All.SelectMany(theme => theme.Features).Concat(ThemeList.Untold).Order());

    [Fact]
    public void Each_theme_has_a_code_of_its_own()
    {
        Assert.Equal(ThemeList.All.Count, ThemeList.All.Select(theme => theme.Code).Distinct().Count());
        Assert.All(ThemeList.All, theme => Assert.Matches("^[a-z]+(-[a-z]+)*$", theme.Code));
    }

    [Fact]
    public void A_feature_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Theme("mood", ["mood"], _ => null));

    [Fact]
    public void The_page_of_reasons_is_the_list()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "attrition.md")).Split("\n## Reasons\n")[1].Split("\n## ")[0];

        foreach (var theme in ThemeList.All)
            Assert.Contains(
                $"| `{theme.Code}` | {theme.Sentence(MadeUpRow.Read(Examples[theme.Code]))} | {theme.Step ?? "–"} | {Names(theme.Features)} |\n",
                page, StringComparison.Ordinal);
        Assert.Equal(ThemeList.All.Count, page.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)));
        Assert.Contains($"\n{Names(ThemeList.Untold)}\n", page, StringComparison.Ordinal);
    }

    private static string Names(IEnumerable<string> features) => string.Join(", ", features.Select(name => $"`{name}`"));
}
