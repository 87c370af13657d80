using static Engagement.Attrition.Evaluation.Report.Spelled;

namespace Engagement.Attrition.Evaluation.Report;

/// <summary>From the least model to the whole one.</summary>
internal static class AdditionsTable
{
    public static string Of(IReadOnlyList<Addition> additions) => Markdown.Table(
        ["with", "AUC", "precision, 5 % a week", "ECE"],
        additions.Select((addition, i) => (addition, Before: i > 0 ? additions[i - 1] : null)).Select(pair => new[]
        {
            pair.addition.Name,
            Fine(pair.addition.Auc) + Gain(pair.addition.Auc - pair.Before?.Auc),
            Plain(pair.addition.Precision) + Gain(pair.addition.Precision - pair.Before?.Precision),
            Fine(pair.addition.Ece) + Gain(pair.addition.Ece - pair.Before?.Ece),
        }));

    private static string Gain(double? difference) => difference is { } by ? $" ({Signed(by)})" : "";
}
