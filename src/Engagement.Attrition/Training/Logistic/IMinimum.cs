namespace Engagement.Attrition.Training.Logistic;

/// <summary>Finds the weights of a logistic regression: those for which the log-loss of the rows and the penalty together are least.</summary>
internal interface IMinimum
{
    /// <summary>What <see cref="ModelDocument.TrainedBy"/> says of models with these weights.</summary>
    string? Name { get; }

    /// <param name="basis">Makes terms of a row.</param>
    /// <param name="set">The rows.</param>
    /// <param name="strength">Of the penalty, as in <see cref="LogisticOptions.Strengths"/>. The intercept costs nothing.</param>
    /// <param name="start">Weights to begin with, one a column of the basis.</param>
    /// <param name="processors">The most to use; the weights do not depend on it.</param>
    /// <returns>One a column; of columns that are always 0, any.</returns>
    double[] Find(Basis basis, TrainingSet set, double strength, double[] start, int processors);
}
