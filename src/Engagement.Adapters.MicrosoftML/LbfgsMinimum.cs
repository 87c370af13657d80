using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Engagement.Adapters.MicrosoftML;

/// <summary>ML.NET's L-BFGS, on the same terms and with the same penalty as the product's own. In single precision. Thread-safe.</summary>
internal sealed class LbfgsMinimum : IMinimum
{
    // Relative to the loss: looser ones save nothing and leave probabilities some thousandths off.
    private const float Tolerance = 1e-10f;

    // Sums are made by thread, so their number is fixed: the weights are the same on any machine. With one alone ML.NET reads the rows
    // anew at each step and takes five times as long.
    private const int Threads = 4;

    private const int Memory = 100;

    public string Name => MicrosoftML.Called;

    /// <inheritdoc/>
    /// <remarks>It begins at 0, whatever the start, and uses as many processors as there are, up to four.</remarks>
    public double[] Find(Basis basis, TrainingSet set, double strength, double[] start, int processors)
    {
        var ml = new MLContext(seed: 1);
        var rows = LearntRow.View(ml, set.Rows, basis.Intercept, set.Labels, (row, features) => Write(basis, set, row, features));
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0, L2Regularization = (float)strength, OptimizationTolerance = Tolerance, DenseOptimizer = true,
            HistorySize = Memory, NumberOfThreads = Threads,
        }).Fit(rows).Model.SubModel;
        var weights = new double[basis.Width];
        for (var column = 0; column < basis.Intercept; column++) weights[column] = model.Weights[column];
        weights[basis.Intercept] = model.Bias;
        return weights;
    }

    private static void Write(Basis basis, TrainingSet set, int row, float[] features)
    {
        Span<float> terms = new float[basis.Width];
        basis.Expand(set.Features.Row(row), terms);
        terms[..basis.Intercept].CopyTo(features); // ML.NET has an intercept of its own
    }
}
