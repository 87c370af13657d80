namespace Engagement.Attrition.Evaluation;

/// <summary>How a model does in a module it was not trained on, beside one that was trained on it as well.</summary>
/// <param name="Module">Its name.</param>
/// <param name="Rows">Person-weeks of it.</param>
/// <param name="AucWith">Trained on this module's earlier runs too.</param>
/// <param name="AucWithout">Trained on the other modules only.</param>
/// <param name="Predicted">Mean probability, trained on the others.</param>
/// <param name="Observed">The share to which it happened.</param>
public sealed record UnseenModule(string Module, int Rows, double AucWith, double AucWithout, double Predicted, double Observed)
{
    /// <param name="module">Its name.</param>
    /// <param name="weeks">The module's person-weeks, scored by the model that knows it.</param>
    /// <param name="without">Scores, in the same order, of the model that does not.</param>
    public static UnseenModule Of(string module, ScoredWeeks weeks, double[] without) => new(
        module, weeks.Rows, new Ranking(weeks).Auc(), new Ranking(weeks with { Score = without }).Auc(),
        without.DefaultIfEmpty(double.NaN).Average(), (double)weeks.Events / weeks.Rows);
}
