using System.Reflection;
using Engagement.Attrition.Features;
using Engagement.Attrition.Training;

namespace Engagement.Attrition.Starter;

/// <summary>
/// The model that the product brings along, for courses of which no run has finished yet: ranks learners by what students of another
/// university showed (<see cref="Oulad.OuladStarter"/>), so its probabilities are never shown.
/// </summary>
public static class StarterModel
{
    private static readonly Lazy<ModelDocument> Read = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Engagement.Attrition.Starter.starter.json")!;
        using var reader = new StreamReader(stream);
        return ModelDocument.Read(reader.ReadToEnd(), FeatureList.Names);
    });

    public static ModelDocument Document => Read.Value;
}
