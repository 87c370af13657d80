using Engagement.Benchmarks.Metrics;
using Engagement.Benchmarks.Reports;

namespace Engagement.Tests.Benchmarks;

public class MetricsReportTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head()
    {
        var tables = MetricsReport.Write(MadeUpFigures.Of(), At).Split("\n\n")
            .Select(block => block.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Count(c => c == '|')).ToList())
            .Where(cells => cells.Count > 0).ToList();
        Assert.Equal(6, tables.Count);
        Assert.All(tables, cells => Assert.True(cells.Count > 2 && cells.Distinct().Count() == 1));
    }

    [Fact]
    public void Goals_that_are_met_hold()
    {
        var goals = MetricsGoals.Of(MadeUpFigures.Of()).ToList();
        Assert.Equal(8, goals.Count);
        Assert.All(goals, goal => Assert.Equal("holds", goal.Verdict));
        Assert.Contains("| all numbers, into emptied tables, at 10,000,000: statements/s | 1,250,000 | at least 1,000,000 | holds |", MetricsReport.Write(MadeUpFigures.Of(), At));
    }

    [Fact]
    public void A_goal_that_is_missed_says_by_how_much()
    {
        var slow = MadeUpFigures.Of(large => large with { Emptied = [new Effort(12.5, 20, 3_000_000_000)] });
        var missed = MetricsGoals.Of(slow).Where(goal => !goal.Holds).Select(goal => $"{goal.Figure}, {goal.Bound}: {goal.Verdict}");
        Assert.Equal(
            ["800,000, at least 1,000,000: **misses by 20 %**", "3,000, at most 2,000: **misses by 50 %**", "1.56, at most 1.20: **misses by 30 %**"], missed);
    }

    [Fact]
    public void A_page_that_takes_too_long_is_bold_and_one_without_an_answer_says_why()
    {
        var slow = MadeUpFigures.Of(large => large with
        {
            Pages = [new QueryTimes(PageQueries.SectionReport, [0.15, 0.3]), new QueryTimes("help", [], "out of memory")],
        });
        var report = MetricsReport.Write(slow, At);
        Assert.Contains("| section_report | 30 / 58 | 150 / **300** | 5.00 |", report);
        Assert.Contains("| help | 50 / 96 | **out of memory** |  |", report);
        Assert.Contains("p95 of the slowest (help), ms | no answer | at most 200 | **misses** |", report);
    }

    [Fact]
    public void The_same_number_of_learners_is_touched_at_each_size_and_a_hundredth_of_each()
    {
        var counts = new LearnerCounts([1_000_000, 10_000_000], MadeUpFigures.Of().Sizes[0].Made);
        Assert.Equal([(null, 1), (null, 5), (0.01, 50)], counts.At(5_000));
        Assert.Equal([(null, 1), (null, 5), (0.01, 500)], counts.At(50_000));
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.95, 4)]
    [InlineData(0.25, 1)]
    public void A_percentile_is_the_value_of_its_nearest_rank(double share, double value) =>
        Assert.Equal(value, Percentile.Of(share, [4, 2, 1, 3]));
}
