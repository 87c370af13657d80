using System.Globalization;
using Engagement.Attrition.Features;
using Engagement.Attrition.Keeping;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Watching;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>A model for a person at a terminal: what it is, what it goes by, how it has done.</summary>
internal static class ModelCard
{
    private const int MostFeatures = 15;

    public static void Print(IAnsiConsole console, KeptModel model, IReadOnlyList<ModelSwitch> switches, IReadOnlyList<Watched> watched)
    {
        var document = model.Document;
        var head = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Row("model", model.Id.ToString());
        Row("in use", InUse(model, switches));
        Row("predicts", $"{document.Task}: a learner active in the last 28 days withdraws in the next 14, or does nothing in them");
        Row("kind", document.Trees is { } trees ? $"{document.Kind}: a logistic regression on bent lines, corrected by {trees.Trees.Count} small trees" : document.Kind);
        if (document.TrainedBy is { } by) Row("trained by", by);
        Row("kept since", Terminal.Time(model.TrainedAt) + " UTC");
        Row("learnt from", string.Create(CultureInfo.InvariantCulture, $"{document.Rows:N0} learners of courses at cuts, {document.From} to {document.Until}; {document.BaseRate:P1} gave up"));
        Row("data", document.DataHash);
        Row("probabilities", model.Courses.Count == 0 ? "shown of no course: no run of one has finished" : $"shown of {Terminal.Readable(string.Join(", ", model.Courses))}");
        foreach (var (name, value) in document.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
            Row(name.Replace('_', ' '), value.ToString("0.####", CultureInfo.InvariantCulture));
        console.Write(head);
        if (document.Logistic is { } logistic) console.Write(Weights(logistic));
        if (watched.Count > 0) console.Write(Since(watched));

        void Row(string name, string value) => head.AddRow(new Text(name), new Text(value));
    }

    private static string InUse(KeptModel model, IReadOnlyList<ModelSwitch> switches) => switches.FirstOrDefault() is { } newest && newest.ModelId == model.Id
        ? $"since {Terminal.Time(newest.SwitchedAt)} UTC: {Terminal.Readable(newest.Reason)}"
        : switches.FirstOrDefault(earlier => earlier.ModelId == model.Id) is { } earlier
            ? $"no more; it was from {Terminal.Time(earlier.SwitchedAt)} UTC: {Terminal.Readable(earlier.Reason)}"
            : "no";

    private static Table Weights(LogisticModel model)
    {
        var table = new Table().Border(TableBorder.Horizontal).Title("What the regression goes by most");
        table.AddColumns("feature", "meaning");
        table.AddColumn(new TableColumn("span, logits").RightAligned());
        table.AddColumn("risk by itself");
        foreach (var (feature, span) in FeatureList.All.Zip(model.Transforms, (feature, transform) => (feature, Span: transform.Span))
            .Where(row => row.Span > 0).OrderByDescending(row => row.Span).Take(MostFeatures))
            table.AddRow(new Text(feature.Name), new Text($"{feature.Unit}: {feature.Meaning}"), new Text(span.ToString("0.00", CultureInfo.InvariantCulture)),
                new Text(feature.Risk switch { Direction.Grows => "grows", Direction.Shrinks => "shrinks", _ => "" }));
        return table.Caption("From the lowest to the highest point of a feature's curve over its range, others equal.");
    }

    private static Table Since(IReadOnlyList<Watched> watched)
    {
        var table = new Table().Border(TableBorder.Horizontal).Title("What was predicted, and what happened in the 14 days after");
        table.AddColumns("as of", "learners", "predicted", "observed", "AUC", "what differs most from the training rows (standard deviations)");
        foreach (var row in watched)
            table.AddRow(
                row.Cut.ToString("O", CultureInfo.InvariantCulture), row.Scored.ToString("N0", CultureInfo.InvariantCulture),
                row.MeanProbability.ToString("P1", CultureInfo.InvariantCulture), row.EventRate.ToString("P1", CultureInfo.InvariantCulture),
                row.Auc?.ToString("0.###", CultureInfo.InvariantCulture) ?? "–",
                string.Join(", ", row.Shifts.Take(3).Select(shift => string.Create(CultureInfo.InvariantCulture, $"{shift.Feature} {shift.Shift:+0.0;-0.0}"))));
        return table;
    }
}
