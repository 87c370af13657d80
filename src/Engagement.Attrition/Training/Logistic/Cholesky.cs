using System.Runtime.Intrinsics;

namespace Engagement.Attrition.Training.Logistic;

/// <summary>A symmetric positive definite matrix A as LL', for solving Ax = b.</summary>
internal sealed class Cholesky
{
    private readonly double[] _lower;
    private readonly int _size;

    /// <param name="matrix">Row after row; only the upper triangle is read. Becomes the factor.</param>
    /// <param name="size">Of a row.</param>
    /// <exception cref="ArgumentException">It is not positive definite.</exception>
    public Cholesky(double[] matrix, int size)
    {
        (_lower, _size) = (matrix, size);
        for (var i = 0; i < size; i++)
            for (var j = 0; j < i; j++)
                matrix[i * size + j] = matrix[j * size + i];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++) matrix[i * size + j] = (matrix[i * size + j] - Dot(i, j, j)) / matrix[j * size + j];
            var pivot = matrix[i * size + i] - Dot(i, i, i);
            if (!(pivot > 0)) throw new ArgumentException($"The matrix is not positive definite: pivot {i} is {pivot}", nameof(matrix));
            matrix[i * size + i] = Math.Sqrt(pivot);
        }
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = right.ToArray();
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < i; j++) x[i] -= _lower[i * _size + j] * x[j];
            x[i] /= _lower[i * _size + i];
        }
        for (var i = _size - 1; i >= 0; i--)
        {
            x[i] /= _lower[i * _size + i];
            for (var j = 0; j < i; j++) x[j] -= _lower[i * _size + j] * x[i];
        }
        return x;
    }

    // Of the first entries of two rows.
    private double Dot(int i, int j, int entries)
    {
        ReadOnlySpan<double> left = _lower.AsSpan(i * _size, entries), right = _lower.AsSpan(j * _size, entries);
        Vector256<double> sums = default;
        var k = 0;
        for (; k + 4 <= entries; k += 4) sums = Vector256.FusedMultiplyAdd(Vector256.Create(left[k..]), Vector256.Create(right[k..]), sums);
        var sum = sums[0] + sums[1] + (sums[2] + sums[3]);
        for (; k < entries; k++) sum += left[k] * right[k];
        return sum;
    }
}
