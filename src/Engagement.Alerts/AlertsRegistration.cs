using Engagement.Alerts.Changing;
using Engagement.Alerts.Delivery;
using Engagement.Alerts.Delivery.Mail;
using Engagement.Alerts.Delivery.Topic;
using Engagement.Alerts.Delivery.Webhook;
using Engagement.Alerts.Keeping;
using Engagement.Alerts.Raising;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Kafka;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Quartz;

namespace Engagement.Alerts;

/// <summary>The alerts worker as services. Needs a ClickHouseClient, a TimeProvider and the Identities.</summary>
public static class AlertsRegistration
{
    /// <summary>How often is looked whether somebody's day has begun.</summary>
    private static readonly TimeSpan MailTick = TimeSpan.FromSeconds(30);

    /// <summary>Raises and changes alerts while the host runs, and tells of them.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AlertsOptions>().Bind(configuration.GetSection(AlertsOptions.Section)).ValidateDataAnnotations()
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), "Alerts:TimeZone is a time zone's IANA name, such as Europe/Berlin").ValidateOnStart();
        services.AddCourseClock(configuration);
        services.AddSingleton<AlertStore>().AddSingleton<AlertActions>();
        services.AddSingleton<ActionRun>().AddSingleton<ClosingRun>().AddSingleton<RaisingRun>().AddSingleton<AlertsRun>();
        services.AddSingleton<AlertsStatus>();
        services.AddHealthChecks().AddCheck<AlertsHealth>("alerts", tags: ["ready"]).AddCheck<DeliveryHealth>("alerts-delivery", tags: ["ready"]);
        var interval = configuration.GetSection(AlertsOptions.Section).Get<AlertsOptions>()?.Interval ?? new AlertsOptions().Interval;
        services.AddQuartz(quartz => quartz.RunEvery<AlertsJob>("alerts", interval));
        services.AddDelivery(configuration, interval);
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    /// <summary>What counts as now for alerts, and for the pages that show them.</summary>
    public static IServiceCollection AddCourseClock(this IServiceCollection services, IConfiguration configuration)
    {
        var asOf = configuration.GetSection(AlertsOptions.Section).Get<AlertsOptions>()?.AsOf ?? AsOf.Now;
        services.TryAddSingleton(provider => new CourseClock(provider.GetRequiredService<ClickHouseClient>(), provider.GetRequiredService<TimeProvider>(), asOf));
        return services;
    }

    private static void AddDelivery(this IServiceCollection services, IConfiguration configuration, TimeSpan interval)
    {
        services.Configure<KafkaOptions>(configuration.GetSection(KafkaOptions.Section));
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<KafkaOptions>>().Value);
        services.AddSingleton<Outbox>().AddSingleton<TopicDelivery>().AddSingleton<TopicStatus>().AddSingleton<DeliveryStatus>(provider => provider.GetRequiredService<TopicStatus>());
        services.AddQuartz(quartz => quartz.RunEvery<TopicJob>("alerts-topic", interval));
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions>() is { IsWanted: true })
        {
            services.AddSingleton<WebhookDelivery>().AddSingleton<WebhookStatus>().AddSingleton<DeliveryStatus>(provider => provider.GetRequiredService<WebhookStatus>());
            services.AddQuartz(quartz => quartz.RunEvery<WebhookJob>("alerts-webhook", interval));
        }
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetSection(MailOptions.Section).Get<MailOptions>() is { IsWanted: true })
        {
            services.AddSingleton<DigestStore>().AddSingleton<DigestRun>().AddSingleton<MailStatus>().AddSingleton<DeliveryStatus>(provider => provider.GetRequiredService<MailStatus>());
            services.AddQuartz(quartz => quartz.RunEvery<DigestJob>("alerts-mail", MailTick));
        }
    }

    private static void RunEvery<TJob>(this IQuartzBuilder quartz, string name, TimeSpan interval) where TJob : IJob => quartz
        .AddJob<TJob>(job => job.WithIdentity(name))
        .AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
}
