using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Evaluation.Report;

namespace Engagement.Tests.Attrition.Evaluation;

public class AttritionReportTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_row_of_a_table_has_as_many_cells_as_its_head()
    {
        var tables = Write(Made()).Split("\n\n")
            .Select(block => block.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Replace("\\|", "").Count(c => c == '|')).ToList())
            .Where(cells => cells.Count > 0).ToList();
        Assert.Equal(1 + 2 * 3 + 4 + 1, tables.Count);
        Assert.All(tables, cells => Assert.True(cells.Count > 2 && cells.Distinct().Count() == 1));
    }

    [Fact]
    public void The_page_names_the_pictures_that_lie_beside_it()
    {
        var (page, pictures) = (Write(Made()), AttritionReport.Pictures(Made()));
        Assert.Equal(4, pictures.Count);
        Assert.All(pictures.Keys, file => Assert.Contains($"]({file})", page));
        Assert.Equal(4, page.Split("![").Length - 1);
    }

    [Fact]
    public void Figures_stand_beside_the_references_and_say_whether_they_reach_what_they_shall()
    {
        var page = Write(Made());
        Assert.Contains("| silent: AUC | 0.8800 | 0.709 | 0.854 | 0.862 | at least 0.875 | holds |", page);
        Assert.Contains("| silent: AUC at day 28 | 0.8740 |  | 0.869 | 0.874 | above 0.874 | **misses by 0.0000** |", page);
        Assert.Contains("| silent: precision, 5 % a week | 0.4500 |  | 0.453 |  | at least 0.5 | **misses by 0.0500** |", page);
        Assert.Contains("| silent: recall, 5 % a week | 0.1800 |  | 0.204 |  |  |  |", page);
        Assert.Contains("| withdraws: ECE | 0.0030 |  | 0.003 |  | at most 0.004 | holds |", page);
        Assert.Contains("| scoring a row, µs | 0.4000 |  | 1 to 2 |  | at most 1 | holds |", page);
    }

    [Fact]
    public void What_other_trainers_make_of_it_has_a_column()
    {
        var made = Made();
        var other = new TrainedBy("ML.NET", Model() with { Landmarks = [Cut(null, 0.86), Cut(14, 0.85), Cut(28, 0.87), Cut(56, 0.88)] }, 12);
        var page = Write(made with { Silent = made.Silent with { Others = [other] }, Withdraws = made.Withdraws with { Others = [other with { Fit = 20 }] } });
        Assert.Contains("| figure | is | by ML.NET | rule | logistic | XGBoost | shall be |  |", page);
        Assert.Contains("| silent: AUC | 0.8800 | 0.8600 | 0.709 | 0.854 | 0.862 | at least 0.875 | holds |", page);
        Assert.Contains("| scoring a row, µs | 0.4000 |  |  | 1 to 2 |  | at most 1 | holds |", page);
        Assert.Contains("| fit of all rows, s | 7.0000 | 20.0000 |  | 14 to 20 | 31 to 124 | at most 10 | holds |", page);
    }

    [Fact]
    public void Each_figure_is_in_its_column()
    {
        var page = Write(Made());
        Assert.Contains("| all weeks | 20,000 | 2,000 | 0.100 | 0.880 [0.870, 0.890] | 0.400 | 0.0800 | 0.2500 | 0.0030 | 0.01 | 1.02 |", page);
        Assert.Contains("| chance | 0.500 [0.480, 0.520] | 0.500 [0.480, 0.520] | 0.500 [0.480, 0.520] | 0.500 [0.480, 0.520] | 0.100 |", page);
        Assert.Contains("| model | 0.450 / 0.072 | 0.450 / 0.180 | 0.450 / 0.360 |", page);
        Assert.Contains("| model, budget by expected events | 0.500 / 0.080 | 0.500 / 0.200 | 0.500 / 0.400 |", page);
        Assert.Contains("| model | 21 | 200 | 52.0 % | 30.0 % | 1,000 | 69.0 % |", page);
        Assert.Contains("| recency | 0.8000 | 0.400 | 0.0050 |", page);
        Assert.Contains("| ranks | 0.8200 (+0.0200) | 0.450 (+0.0500) | 0.0040 (-0.0010) |", page);
        Assert.Contains("| AAA | 3,000 | 0.8800 | 0.8700 | -0.0100 | 0.1500 | 0.1000 | +0.0500 |", page);
        Assert.Contains("| fit: 550,000 rows, 84 inputs | 7.0 s |", page);
    }

    [Fact]
    public void Groups_have_their_sizes_their_ratios_and_a_warning()
    {
        var page = Write(Made());
        Assert.Contains("| west \\| far | 90 | 100 | 60 | 0.300 | **0.75** | 0.500 | 1.00 |", page);
        Assert.Contains("| tiny | 4 | 3 | 1 | 0.333 | too few | 1.000 | too few |", page);
        Assert.Contains("**Served less well: west \\| far.**", page);
        Assert.Contains("Not known of 12 learners.", page);
    }

    [Fact]
    public void What_was_not_looked_at_is_left_out()
    {
        var made = Made();
        var page = Write(made with { Withdraws = made.Silent });
        Assert.DoesNotContain("### In time", page);
        Assert.DoesNotContain("### By group", page);
        Assert.DoesNotContain("### What each addition bought", page);
        Assert.DoesNotContain("### In a module", page);
    }

    [Fact]
    public void A_rule_put_first_is_refused()
    {
        var made = Made();
        Assert.Throws<ArgumentException>(() => AttritionReport.Pictures(made with { Silent = made.Silent with { Contenders = [Chance()] } }));
    }

    private static string Write(AttritionResult result) => AttritionReport.Write(result, "2 cores", At);

    private static AttritionResult Made() => new("Trained on some, evaluated on others.",
        new TaskResult([Model(), Chance()], [], [], [], []),
        new TaskResult([Model() with { Leads = [Lead(0, 66), Lead(21, 104)] }, Chance()],
            [new Addition("recency", 0.8, 0.4, 0.005), new Addition("ranks", 0.82, 0.45, 0.004)],
            [new UnseenModule("AAA", 3000, 0.88, 0.87, 0.15, 0.1)],
            [new FairnessAudit("region", [
                new GroupFairness("east", 800, new PrecisionRecall(300, 150, 375), 1, 1),
                new GroupFairness("tiny", 4, new PrecisionRecall(1, 1, 3), null, null),
                new GroupFairness("west | far", 90, new PrecisionRecall(60, 30, 100), 0.75, 1)], 12)], []),
        new AttritionTimes(30, 12, 0.8, 7, 550_000, 84, 0.4e-6, 300));

    private static ContenderResult Model() => new("model",
        [Cut(null, 0.88), Cut(14, 0.87), Cut(28, 0.874), Cut(56, 0.89)],
        [.. Enumerable.Range(1, 20).Select(percent => new ShareResult(
            percent, new PrecisionRecall(percent * 160, percent * 72, 2000), new PrecisionRecall(percent * 160, percent * 80, 2000)))], []);

    private static LandmarkResult Cut(int? day, double auc) => new(day, 20_000, 2_000, auc, new Interval(auc - 0.01, auc + 0.01), 0.4,
        new Reliability(0.08, 0.25, 0.003, new CalibrationLine(0.01, 1.02), [new ReliabilityBin(0, 0.1, 20_000, 0.1, 0.1)]));

    private static ContenderResult Chance() => new("chance",
        [.. new int?[] { null, 14, 28, 56 }.Select(day => new LandmarkResult(day, 20_000, 2_000, 0.5, new Interval(0.48, 0.52), 0.1, null))],
        [.. Enumerable.Range(1, 20).Select(percent => new ShareResult(percent, new PrecisionRecall(percent * 200, percent * 20, 2000), null))], []);

    private static LeadResult Lead(int coolDown, int caught) => new(
        coolDown, new LeadTime(200, caught, 1000, coolDown == 0 ? 300 : 690, 5000), new LeadTime(200, 60, 1000, 690, 5000));
}
