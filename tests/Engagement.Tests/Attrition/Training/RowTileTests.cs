using Engagement.Attrition.Training.Logistic;

namespace Engagement.Tests.Attrition.Training;

public class RowTileTests
{
    [Theory]
    [InlineData(8, 1)]
    [InlineData(16, 5)]
    [InlineData(24, 16)]
    [InlineData(40, 37)]
    [InlineData(56, 16)]
    public void Sums_are_those_of_products_of_columns(int width, int rows)
    {
        var random = new Random(width);
        var tile = new RowTile(16, width);
        double[] sums = new double[width * width], expected = new double[width * width];
        for (var i = 0; i < rows; i++)
        {
            var row = Enumerable.Range(0, width).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
            tile.Add(row, 2);
            if (tile.IsFull || i == rows - 1) tile.Flush(sums);
            for (var c = 0; c < width; c++)
                for (var d = 0; d < width; d++)
                    expected[c * width + d] += 4.0 * row[c] * row[d];
        }

        for (var c = 0; c < width; c++)
            for (var d = c; d < width; d++)
                Assert.Equal(expected[c * width + d], sums[c * width + d], 1e-5);
    }
}
