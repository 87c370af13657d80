using Engagement.Attrition;
using Engagement.Attrition.Keeping;
using Engagement.Attrition.Retraining;
using Engagement.Attrition.Scoring;
using Engagement.ClickHouse;
using Engagement.Hosting;
using Microsoft.Extensions.Options;

namespace Engagement.Models;

/// <summary>What the attrition worker does, to be run by hand.</summary>
internal sealed class AttritionRuns
{
    public AttritionRuns(Settings settings, ClickHouseClient client)
    {
        var options = Options.Create(settings.Configuration.GetSection(AttritionOptions.Section).Get<AttritionOptions>() ?? new());
        Models = new(client, TimeProvider.System);
        Scoring = new(client, Models, TimeProvider.System, options);
        Retraining = new(client, Models, TimeProvider.System, options, settings.Trainers());
    }

    public ModelStore Models { get; }

    public ScoringRun Scoring { get; }

    public RetrainingRun Retraining { get; }
}
