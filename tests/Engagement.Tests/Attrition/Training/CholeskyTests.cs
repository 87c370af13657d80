using Engagement.Attrition.Training.Logistic;

namespace Engagement.Tests.Attrition.Training;

public class CholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(23)]
    public void The_factor_solves_what_elimination_solves(int size)
    {
        var random = new Random(size);
        var rows = Enumerable.Range(0, 2 * size).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.3).ToArray()).ToArray();
        var matrix = Enumerable.Range(0, size).Select(c => Enumerable.Range(0, size).Select(d => rows.Sum(row => row[c] * row[d])).ToArray()).ToArray();
        var right = Enumerable.Range(0, size).Select(c => c - 2.5).ToArray();

        var solved = new Cholesky([.. matrix.SelectMany(line => line)], size).Solve(right);

        Assert.All(solved.Zip(ReferenceLogistic.Solve(matrix, right)), pair => Assert.Equal(pair.Second, pair.First, 1e-6 * (1 + Math.Abs(pair.Second))));
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Cholesky([1, 2, 2, 1], 2));
}
