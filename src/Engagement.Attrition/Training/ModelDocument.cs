using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Attrition.Training.Corrected;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;

namespace Engagement.Attrition.Training;

/// <summary>
/// A trained model as it is kept: what it was made of and all that scoring needs. The same model gives the same JSON, byte for byte;
/// <see cref="Scorer"/> computes with it. Not to be changed.
/// </summary>
public sealed record ModelDocument
{
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [JsonPropertyOrder(0)]
    public required int Format { get; init; }

    /// <summary>The trainer's name.</summary>
    [JsonPropertyOrder(1)]
    public required string Kind { get; init; }

    /// <summary>Whose training it was, where not the product's own: "ML.NET".</summary>
    [JsonPropertyOrder(1)]
    public string? TrainedBy { get; init; }

    /// <summary>What is predicted, e.g. "goes-silent".</summary>
    [JsonPropertyOrder(2)]
    public required string Task { get; init; }

    /// <summary>The first and last of the rows it learnt from, as whoever trained it wrote them.</summary>
    [JsonPropertyOrder(3)]
    public required string From { get; init; }

    /// <inheritdoc cref="From"/>
    [JsonPropertyOrder(4)]
    public required string Until { get; init; }

    [JsonPropertyOrder(5)]
    public required string DataHash { get; init; }

    [JsonPropertyOrder(6)]
    public required int Rows { get; init; }

    /// <summary>The share of rows where the event happened, 0 to 1.</summary>
    [JsonPropertyOrder(7)]
    public required double BaseRate { get; init; }

    /// <summary>What was measured of the model, by name. Finite.</summary>
    [JsonPropertyOrder(8)]
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    [JsonPropertyOrder(9)]
    public Calibration Calibration { get; init; } = Calibration.None;

    /// <summary>The columns of the rows it scores, in order.</summary>
    [JsonPropertyOrder(10)]
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Null: the model is of another kind.</summary>
    [JsonPropertyOrder(11)]
    public LogisticModel? Logistic { get; init; }

    /// <inheritdoc cref="Logistic"/>
    [JsonPropertyOrder(12)]
    public TreesModel? Trees { get; init; }

    public string ToJson() =>
        JsonSerializer.Serialize(this with { Metrics = Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).ToDictionary() }, Json) + "\n";

    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <param name="expectedFeatures">The columns of the rows that are to be scored, in order.</param>
    /// <exception cref="ModelRefusedException">The file is damaged, of another format, or made for other features.</exception>
    public static ModelDocument Read(string json, IReadOnlyList<string> expectedFeatures)
    {
        ModelDocument document;
        try
        {
            document = JsonSerializer.Deserialize<ModelDocument>(json, Json) ?? throw new JsonException("it holds null");
        }
        catch (JsonException e)
        {
            throw new ModelRefusedException($"The model file cannot be read: {e.Message}", e);
        }
        if (document.Format != CurrentFormat)
            throw new ModelRefusedException($"The model file has format {document.Format}, and {CurrentFormat} is read here. Train it again");
        if (FeatureDifference.Between(document.Features, expectedFeatures) is { } difference)
            throw new ModelRefusedException($"The model is of other features than are computed here: {difference}. Train it again");
        if (document.Fault() is { } fault) throw new ModelRefusedException($"The model file is damaged: {fault}");
        return document;
    }

    /// <summary>A document of a training set, still without a model.</summary>
    internal static ModelDocument Of(string kind, TrainingSet set) => new()
    {
        Format = CurrentFormat,
        Kind = kind,
        Task = set.Task,
        From = set.From,
        Until = set.Until,
        DataHash = set.DataHash,
        Rows = set.Rows,
        BaseRate = set.BaseRate,
        Features = set.Names,
    };

    private string? Fault()
    {
        if (!(double.IsFinite(Calibration.Intercept) && double.IsFinite(Calibration.Slope))) return "the calibration is not finite";
        return (Kind, Logistic, Trees) switch
        {
            (LogisticTrainer.Kind, { } logistic, null) => logistic.Fault(Features),
            (TreeTrainer.Kind, null, { } trees) => trees.Fault(Features.Count),
            (CorrectedTrainer.Kind, { } logistic, { } trees) => logistic.Fault(Features) ?? trees.Fault(Features.Count),
            _ => $"its model is not, or not only, of the kind it says, {Kind}",
        };
    }
}
