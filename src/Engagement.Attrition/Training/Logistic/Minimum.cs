namespace Engagement.Attrition.Training.Logistic;

/// <summary>
/// Newton's method on a sample of the rows, which has second derivatives at little cost; from there L-BFGS on all rows, which takes
/// the sample's second derivatives as its first guess and so needs few looks at all rows. Thread-safe.
/// </summary>
internal sealed class Minimum : IMinimum
{
    // Squared distances in standard errors of the weights. Nobody can tell weights so near each other from the data.
    private const double Tolerance = 1e-8, Unimportant = 1e-4;

    // The same for a single weight where the first part ends: the sample's own minimum is further from that of all rows.
    private const double Near = 1;

    private const int MostSteps = 500, Memory = 12;

    public string? Name => null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It is not found, which the objective's convexity rules out.</exception>
    public double[] Find(Basis basis, TrainingSet set, double strength, double[] start, int processors)
    {
        var sample = set.Sample(LogisticTrainer.SampleRows);
        var (weights, curvature) = Newton(new Objective(basis, sample, (double)set.Rows / sample.Rows, strength, processors), start);
        return Refine(new Objective(basis, set, 1, strength, processors), weights, curvature);
    }

    private static (double[] Weights, Cholesky Curvature) Newton(Objective objective, double[] start)
    {
        var point = Point.At(objective, start);
        for (var step = 0; step < MostSteps; step++)
        {
            var curvature = new Cholesky(objective.Hessian(point.Weights), start.Length);
            var direction = curvature.Solve(point.Gradient);
            if (point.Descend(objective, direction, Near * start.Length) is not { } next) return (point.Weights, curvature);
            point = next;
        }
        throw new InvalidOperationException($"No minimum after {MostSteps} steps of Newton's method");
    }

    // Nocedal and Wright, Numerical Optimization, algorithm 7.4.
    private static double[] Refine(Objective objective, double[] start, Cholesky curvature)
    {
        var point = Point.At(objective, start);
        var memory = new LinkedList<Move>();
        for (var step = 0; step < MostSteps; step++)
        {
            if (point.Descend(objective, Direction(point.Gradient, memory, curvature), Tolerance) is not { } next) return point.Weights;
            var (moved, change) = (Minus(next.Weights, point.Weights), Minus(next.Gradient, point.Gradient));
            var product = Dot(moved, change);
            if (product > 0) memory.AddFirst(new Move(moved, change, product));
            if (memory.Count > Memory) memory.RemoveLast();
            point = next;
        }
        throw new InvalidOperationException($"No minimum after {MostSteps} looks at all rows");
    }

    private static double[] Direction(double[] gradient, LinkedList<Move> memory, Cholesky curvature)
    {
        var direction = (double[])gradient.Clone();
        var shares = new Stack<double>();
        foreach (var (moved, change, product) in memory)
        {
            shares.Push(Dot(moved, direction) / product);
            AddScaled(direction, change, -shares.Peek());
        }
        direction = curvature.Solve(direction);
        for (var node = memory.Last; node is not null; node = node.Previous)
            AddScaled(direction, node.Value.Step, shares.Pop() - Dot(node.Value.Change, direction) / node.Value.Product);
        return direction;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void AddScaled(double[] sums, double[] values, double factor)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += factor * values[i];
    }

    private static double[] Minus(double[] a, double[] b)
    {
        var difference = (double[])a.Clone();
        AddScaled(difference, b, -1);
        return difference;
    }

    /// <summary>A step, what it changed the gradient by, and the product of the two.</summary>
    private sealed record Move(double[] Step, double[] Change, double Product);

    private sealed record Point(double[] Weights, double Loss, double[] Gradient)
    {
        public static Point At(Objective objective, double[] weights)
        {
            var gradient = new double[weights.Length];
            return new(weights, objective.Evaluate(weights, gradient), gradient);
        }

        /// <summary>Against the direction, as far as it goes down; null: this is the minimum.</summary>
        public Point? Descend(Objective objective, double[] direction, double tolerance)
        {
            var slope = Dot(Gradient, direction);
            if (slope <= tolerance) return null;
            for (var length = 1.0; length > 1e-12; length /= 2)
            {
                var weights = (double[])Weights.Clone();
                AddScaled(weights, direction, -length);
                var next = At(objective, weights);
                if (next.Loss <= Loss - 1e-4 * length * slope) return next;
            }
            // Near the minimum rounding hides what is left.
            if (slope <= Unimportant) return null;
            throw new InvalidOperationException($"The loss, {Loss}, does not fall along a slope of {slope}");
        }
    }
}
