using Engagement.Alerts;
using Engagement.Attrition;
using Engagement.ClickHouse;
using Engagement.Erasure;
using Engagement.Ingest;
using Engagement.Metrics;
using Engagement.People.Identity;
using Engagement.Processes;
using Engagement.Statements;
using Engagement.Web;
using Serilog;

namespace Engagement.Hosting;

/// <summary>One process that plays some of the roles. Workers meet in Kafka and ClickHouse alone, so any mix is right.</summary>
public static class Worker
{
    /// <param name="settings">With the address of ClickHouse filled in; its tables are migrated already.</param>
    /// <param name="roles">Which workers to run.</param>
    /// <param name="url">Where the pages and /health are served.</param>
    /// <param name="log">Takes everything the workers log.</param>
    /// <param name="engines">Those started by this process; null where the settings name both.</param>
    /// <param name="healthPort">Where /health alone is served too; null: nowhere.</param>
    public static WebApplication Build(
        Settings settings, IReadOnlySet<string> roles, string url, Serilog.ILogger log, Engines? engines = null, HealthPort? healthPort = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration);
        if (engines is not null) builder.Configuration.AddInMemoryCollection(engines.WorkerSettings);
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(log);
        builder.WebHost.UseUrls(healthPort is null ? url : roles.Contains(Roles.Web) ? $"{url};{healthPort.Url}" : healthPort.Url);
        var ingest = builder.Configuration.GetSection(IngestOptions.Section).Get<IngestOptions>() ?? new();
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = ingest.DrainTimeout + TimeSpan.FromSeconds(15); // ingest drains, and then leaves its groups
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.StopHost;
        });
        builder.Services.AddHealthChecks();
        // Before the workers, so that it stops after them and sends what they counted last.
        if (OtlpExport.IsWanted(builder.Configuration)) builder.Services.AddHostedService<OtlpExport>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new ClickHouseClient(settings.ClickHouse));
        builder.Services.AddSingleton(new Pseudonym(settings.PrivacyKey()));
        builder.Services.AddSingleton(settings.IdentityKey());
        builder.Services.AddSingleton<Identities>();

        if (roles.Contains(Roles.Ingest)) builder.Services.AddIngest(builder.Configuration);
        if (roles.Contains(Roles.Metrics)) builder.Services.AddMetrics(builder.Configuration).AddErasure(builder.Configuration);
        if (roles.Contains(Roles.Attrition)) builder.Services.AddAttrition(builder.Configuration, settings.Trainers());
        if (roles.Contains(Roles.Alerts)) builder.Services.AddAlerts(builder.Configuration);
        if (roles.Contains(Roles.Web))
            builder.Services.AddWeb(builder.Configuration).Configure<WebOptions>(web =>
            {
                if (web.CookieKeys.Length == 0) web.CookieKeys = settings.Data.CookieKeys;
            });
        var app = builder.Build();
        if (healthPort is not null) app.KeepToHealth(healthPort.Port);
        if (roles.Contains(Roles.Web)) app.MapEngagement();
        app.MapHealth();
        return app;
    }
}
