using Engagement.Attrition.Features;
using Engagement.Attrition.Training.Trees;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Attrition.Training;

public class TreePartsTests
{
    [Fact]
    public void A_value_is_in_a_bin_up_to_a_cut_exactly_if_it_is_up_to_the_cut() =>
        Prop.ForAll<float[]>(values =>
        {
            if (values.Length == 0) return;
            // Some twice, and enough of them that not each can have a bin of its own.
            var column = new FeatureMatrix([.. values, .. values, .. Enumerable.Range(0, 300).Select(i => values[0] + i)], 1);
            var bins = Bins.Of(column, column, processors: 1);
            var cuts = bins.Cuts[0];
            Assert.Equal(cuts.Order().Distinct(), cuts);
            foreach (var (value, bin) in column.Values.Zip(bins.Columns[0]))
                Assert.True(float.IsNaN(value)
                    ? bin == Bins.Missing
                    : bin <= cuts.Length && (bin == 0 || value > cuts[bin - 1]) && (bin == cuts.Length || value <= cuts[bin]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Bins_of_a_skewed_feature_hold_alike_many()
    {
        var random = new Random(70);
        var column = new FeatureMatrix([.. Enumerable.Range(0, 51_000).Select(_ => (float)Math.Exp(4 * random.NextDouble()))], 1);

        var counts = Bins.Of(column, column, processors: 2).Columns[0].CountBy(bin => bin).Select(bin => bin.Value).ToArray();

        Assert.Equal(255, counts.Length);
        Assert.All(counts, count => Assert.InRange(count, 150, 250));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Sums_by_bin_are_those_of_the_rows_and_subtracting_leaves_those_of_the_others(int features)
    {
        var random = new Random(features);
        var matrix = new FeatureMatrix([.. Enumerable.Range(0, 600 * features).Select(_ => random.Next(5) == 0 ? float.NaN : random.Next(400))], features);
        var bins = Bins.Of(matrix, matrix, processors: 1);
        int[] asked = [.. Enumerable.Range(0, features)], rows = [.. Enumerable.Range(0, 600)], some = [.. rows.Where(row => row % 3 == 0)];
        var slopes = rows.SelectMany(row => new[] { (float)random.NextDouble() - 0.5f, (float)random.NextDouble() }).ToArray();
        Histogram all = new(features), part = new(features);

        all.Sum(bins, asked, rows, slopes);
        part.Sum(bins, asked, some, [.. some.SelectMany(row => new[] { slopes[2 * row], slopes[2 * row + 1] })]);
        all.Subtract(part, asked);

        foreach (var feature in asked)
        {
            var (expected, expectedPart) = (new double[512], new double[512]);
            foreach (var row in rows)
                for (var k = 0; k < 2; k++)
                    (row % 3 == 0 ? expectedPart : expected)[2 * bins.Columns[feature][row] + k] += slopes[2 * row + k];
            for (var i = 0; i < 512; i++)
            {
                Assert.Equal(expectedPart[i], part.Of(feature)[i], 1e-12);
                Assert.Equal(expected[i], all.Of(feature)[i], 1e-12);
            }
        }
    }

    [Fact]
    public void The_best_split_is_the_best_of_all_there_are()
    {
        var options = new TreeOptions { LeastWeight = 1, Strength = 0.5 };
        var random = new Random(71);
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var cuts = random.Next(6);
            var sums = new double[512];
            foreach (var bin in Enumerable.Range(0, cuts + 1).Append(255).Where(_ => random.Next(4) > 0))
                (sums[2 * bin], sums[2 * bin + 1]) = (random.NextDouble() - 0.5, random.NextDouble());
            var bins = Enumerable.Range(0, 256).Select(bin => (Bin: bin, Gradient: sums[2 * bin], Weight: sums[2 * bin + 1])).ToArray();

            var found = Split.Best(sums, 3, cuts, new(bins.Sum(bin => bin.Gradient), bins.Sum(bin => bin.Weight)), options);

            var gains =
                from cut in Enumerable.Range(0, cuts + 1)
                from missingLeft in new[] { false, true }
                let parts = bins.ToLookup(bin => bin.Bin == 255 ? missingLeft : bin.Bin <= cut)
                where parts[true].Sum(bin => bin.Weight) >= 1 && parts[false].Sum(bin => bin.Weight) >= 1
                select Fall(parts[true]) + Fall(parts[false]) - Fall(bins);
            Assert.Equal(Math.Max(0, gains.DefaultIfEmpty().Max()), found.Gain, 1e-12);
        }

        static double Fall(IEnumerable<(int, double Gradient, double Weight)> bins) =>
            Math.Pow(bins.Sum(bin => bin.Gradient), 2) / (bins.Sum(bin => bin.Weight) + 0.5) / 2;
    }

    [Fact]
    public void Draws_are_even_and_differ_by_tree_and_seed()
    {
        var draws = Enumerable.Range(0, 100_000).Select(row => Draw.Unit(1, 0, row)).ToArray();

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1 - 1e-16));
        Assert.All(draws.CountBy(draw => (int)(draw * 10)), tenth => Assert.InRange(tenth.Value, 9600, 10_400));
        foreach (var other in new Func<int, double>[] { row => Draw.Unit(1, 1, row), row => Draw.Unit(2, 0, row), row => Draw.Unit(1, 0, row + 1) })
            Assert.InRange(draws.Index().Count(draw => draw.Item < 0.5 == other(draw.Index) < 0.5), 49_000, 51_000);
    }
}
