using Engagement.Attrition;

namespace Engagement.Adapters.MicrosoftML;

/// <summary>Training by the packages Microsoft.ML and Microsoft.ML.FastTree.</summary>
public static class MicrosoftML
{
    /// <summary>What it is called in the setting <c>Attrition:Trainer</c>, and in the models it made.</summary>
    public const string Called = "ML.NET";

    /// <summary>The product's model with ML.NET's weights; its challenger is ML.NET's FastTree.</summary>
    public static AttritionTrainers Trainers { get; } = new(Called, new LbfgsMinimum(), options => new FastTreeTrainer(options));
}
