using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Engagement.Metrics;

/// <summary>The metrics worker as services. Needs a ClickHouseClient and a TimeProvider.</summary>
public static class MetricsRegistration
{
    /// <summary>What computes metrics when asked, without the schedule.</summary>
    public static IServiceCollection AddMetricsRun(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MetricsOptions>().Bind(configuration.GetSection(MetricsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<MetricsRun>();
    }

    /// <summary>Computes metrics at each <see cref="MetricsOptions.Interval"/> while the host runs.</summary>
    public static IServiceCollection AddMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetricsRun(configuration);
        services.AddMetrics();
        services.AddSingleton<MetricsStatus>();
        services.AddSingleton<MetricsInstruments>();
        services.AddHealthChecks().AddCheck<MetricsHealth>("metrics", tags: ["ready"]);
        var interval = configuration.GetSection(MetricsOptions.Section).Get<MetricsOptions>()?.Interval ?? new MetricsOptions().Interval;
        services.AddQuartz(quartz => quartz
            .AddJob<MetricsJob>(job => job.WithIdentity("metrics"))
            .AddTrigger(trigger => trigger.ForJob("metrics").WithIdentity("metrics")
                .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever())));
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
