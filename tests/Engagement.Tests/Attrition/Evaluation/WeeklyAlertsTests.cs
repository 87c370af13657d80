using Engagement.Attrition.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Attrition.Evaluation;

public class WeeklyAlertsTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void The_highest_scores_of_each_course_and_week_are_pointed_out() => Prop.ForAll<int>(seed =>
    {
        var weeks = MadeUpWeeks.Random(seed);
        var alerted = new WeeklyAlerts(weeks).Choose(new AlertPolicy(0.1));
        var expected = CourseWeeks(weeks).SelectMany(rows => rows.OrderByDescending(row => weeks.Score[row]).Take(Budget(0.1, rows.Count))).ToHashSet();
        Assert.True(expected.SetEquals(Chosen(alerted)));
        var found = PrecisionRecall.Of(weeks, alerted);
        Assert.Equal(new PrecisionRecall(expected.Count, expected.Count(row => weeks.Event[row]), weeks.Event.Count(happened => happened)), found);
    }).Check(Runs);

    [Fact]
    public void The_order_of_rows_tells_nothing_not_even_among_equals() => Prop.ForAll<int>(seed =>
    {
        var weeks = MadeUpWeeks.Random(seed, scores: 3);
        int[] order = [.. Enumerable.Range(0, weeks.Rows)];
        new Random(seed).Shuffle(order);
        var shuffled = new ScoredWeeks(Of(weeks.Course), Of(weeks.Learner), Of(weeks.Day), Of(weeks.Score), Of(weeks.Event));
        var policy = new AlertPolicy(0.2, 21, BudgetCut.ByExpectedEvents);
        Assert.Equal(Of(new WeeklyAlerts(weeks).Choose(policy)), new WeeklyAlerts(shuffled).Choose(policy));

        T[] Of<T>(T[] column) => Array.ConvertAll(order, row => column[row]);
    }).Check(Runs);

    [Fact]
    public void Among_equals_everybody_has_the_same_chance()
    {
        // 1,000 learners of whom a tenth is drawn in each of 40 weeks.
        var rows = (from day in Enumerable.Range(1, 40) from learner in Enumerable.Range(0, 1000) select (Day: day * 7, Learner: learner)).ToArray();
        var alerted = new WeeklyAlerts(new ScoredWeeks(
            new int[rows.Length], [.. rows.Select(row => row.Learner)], [.. rows.Select(row => row.Day)], new double[rows.Length], new bool[rows.Length]))
            .Choose(new AlertPolicy(0.1));
        var times = Chosen(alerted).CountBy(row => rows[row].Learner).Select(learner => learner.Value).ToList();
        Assert.Equal(4000, times.Sum());
        Assert.InRange(times.Count, 970, 1000); // 0.9 to the 40th, 1.5 %, never
        Assert.InRange(times.Sum(n => (n - 4.0) * (n - 4)) / 1000, 3, 4.2); // a binomial's variance is 3.6; always the same would make 36
    }

    [Fact]
    public void Nobody_is_pointed_out_again_within_the_cool_down_and_the_next_in_rank_is() => Prop.ForAll<int>(seed =>
    {
        var weeks = MadeUpWeeks.Random(seed, scores: 20);
        var alerted = new WeeklyAlerts(weeks).Choose(new AlertPolicy(0.2, CoolDownDays: 21));
        var days = Chosen(alerted).ToLookup(row => (weeks.Course[row], weeks.Learner[row]), row => weeks.Day[row]);
        Assert.All(days, learner => Assert.All(learner.Order().Zip(learner.Order().Skip(1)), pair => Assert.True(pair.Second - pair.First >= 21)));
        foreach (var rows in CourseWeeks(weeks))
        {
            var free = rows.Where(row => !days[(weeks.Course[row], weeks.Learner[row])]
                .Any(day => day < weeks.Day[row] && weeks.Day[row] < day + 21)).ToList();
            var chosen = rows.Where(row => alerted[row]).ToList();
            Assert.Equal(Math.Min(Budget(0.2, rows.Count), free.Count), chosen.Count);
            var least = chosen.Select(row => weeks.Score[row]).DefaultIfEmpty(double.MaxValue).Min();
            Assert.All(free.Except(chosen), row => Assert.True(chosen.Count == 0 || weeks.Score[row] <= least));
        }
    }).Check(Runs);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(100, 5)]
    public void A_share_is_rounded_to_whole_learners_at_least_one(int learners, int alerts) =>
        Assert.Equal(alerts, Chosen(new WeeklyAlerts(MadeUpWeeks.Of([.. Enumerable.Range(0, learners).Select(i => (i / 100.0, false))]))
            .Choose(new AlertPolicy(0.05))).Count());

    [Fact]
    public void A_budget_by_expected_events_goes_where_events_are_expected()
    {
        var (quiet, restless) = (Enumerable.Repeat(0.1, 10), Enumerable.Repeat(0.3, 10));
        Assert.Equal([1, 3], ByExpectedEvents(0.2, quiet, restless));
        Assert.Equal([2, 2], ByExpectedEvents(0.2, quiet, quiet));
        Assert.Equal([0, 1], ByExpectedEvents(0.05, quiet, restless));
        Assert.Equal([17, 3], ByExpectedEvents(0.85, Enumerable.Repeat(0.01, 20), [0.9, 0.9, 0.9])); // no more than there are
    }

    [Fact]
    public void Where_scores_are_no_probabilities_events_cannot_be_expected()
    {
        var alerts = new WeeklyAlerts(MadeUpWeeks.Of((14, false), (3, true)));
        Assert.Throws<ArgumentException>(() => alerts.Choose(new AlertPolicy(0.1, Cut: BudgetCut.ByExpectedEvents)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    public void A_share_is_above_0_and_up_to_1(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeeklyAlerts(MadeUpWeeks.Of((0.1, false))).Choose(new AlertPolicy(share)));

    private static int[] ByExpectedEvents(double share, params IEnumerable<double>[] courses)
    {
        var rows = courses.SelectMany((scores, course) => scores.Select(score => (course, score))).ToArray();
        var weeks = new ScoredWeeks(
            [.. rows.Select(row => row.course)], [.. Enumerable.Range(0, rows.Length)], [.. rows.Select(_ => 7)],
            [.. rows.Select(row => row.score)], new bool[rows.Length]);
        var chosen = Chosen(new WeeklyAlerts(weeks).Choose(new AlertPolicy(share, Cut: BudgetCut.ByExpectedEvents))).ToList();
        return [.. courses.Select((_, course) => chosen.Count(row => weeks.Course[row] == course))];
    }

    private static IEnumerable<int> Chosen(bool[] alerted) => Enumerable.Range(0, alerted.Length).Where(row => alerted[row]);

    private static List<List<int>> CourseWeeks(ScoredWeeks weeks) =>
        [.. Enumerable.Range(0, weeks.Rows).GroupBy(row => (weeks.Course[row], weeks.Day[row])).Select(rows => rows.ToList())];

    private static int Budget(double share, int rows) => Math.Max(1, (int)Math.Floor(share * rows + 0.5));
}
