using Engagement.Erasure.Retention;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Engagement.Erasure;

/// <summary>Erasure and retention as services. Needs a ClickHouseClient, a MetricsRun and a TimeProvider.</summary>
public static class ErasureRegistration
{
    /// <summary>Keeps erased learners erased, and deletes daily what is older than it may be, while the host runs.</summary>
    public static IServiceCollection AddErasure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EraseRun>().AddSingleton<RetentionRun>();
        services.AddQuartz(quartz => quartz
            .AddJob<ErasureSweep>(job => job.WithIdentity("erasure-sweep"))
            .AddTrigger(trigger => trigger.ForJob("erasure-sweep").WithIdentity("erasure-sweep")
                .WithSimpleSchedule(schedule => schedule.WithInterval(ErasureSweep.Interval).RepeatForever()))
            .AddJob<RetentionJob>(job => job.WithIdentity("retention"))
            .AddTrigger(trigger => trigger.ForJob("retention").WithIdentity("retention")
                .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromDays(1)).RepeatForever())));
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
