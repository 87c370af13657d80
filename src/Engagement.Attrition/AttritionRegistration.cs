using Engagement.Attrition.Keeping;
using Engagement.Attrition.Retraining;
using Engagement.Attrition.Scoring;
using Engagement.Attrition.Watching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Engagement.Attrition;

/// <summary>The attrition worker as services. Needs a ClickHouseClient and a TimeProvider.</summary>
public static class AttritionRegistration
{
    /// <summary>How often is looked whether a model is to be trained.</summary>
    private static readonly TimeSpan RetrainingTick = TimeSpan.FromHours(6);

    /// <summary>Scores at each <see cref="AttritionOptions.ScoreEvery"/>, and trains where that is due, while the host runs.</summary>
    public static IServiceCollection AddAttrition(this IServiceCollection services, IConfiguration configuration, AttritionTrainers trainers)
    {
        services.AddSingleton(trainers);
        services.AddOptions<AttritionOptions>().Bind(configuration.GetSection(AttritionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ModelStore>().AddSingleton<ScoringRun>().AddSingleton<RetrainingRun>().AddSingleton<WatchRun>();
        services.AddSingleton<AttritionStatus>();
        services.AddHealthChecks().AddCheck<AttritionHealth>("attrition", tags: ["ready"]);
        var interval = configuration.GetSection(AttritionOptions.Section).Get<AttritionOptions>()?.ScoreEvery ?? new AttritionOptions().ScoreEvery;
        services.AddQuartz(quartz => quartz
            .AddJob<ScoringJob>(job => job.WithIdentity("scoring"))
            .AddTrigger(trigger => trigger.ForJob("scoring").WithIdentity("scoring")
                .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()))
            .AddJob<RetrainingJob>(job => job.WithIdentity("retraining"))
            .AddTrigger(trigger => trigger.ForJob("retraining").WithIdentity("retraining")
                .WithSimpleSchedule(schedule => schedule.WithInterval(RetrainingTick).RepeatForever())));
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
