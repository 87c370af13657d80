namespace Engagement.Adapters;

internal static partial class BuiltWith
{
    static partial void AddMicrosoftML() => ByTrainer.Add(MicrosoftML.MicrosoftML.Trainers);
}
