using Engagement.Ingest.Watching;
using Engagement.Kafka;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Engagement.Ingest;

/// <summary>Ingest as part of a host.</summary>
public static class IngestRegistration
{
    /// <summary>
    /// Adds the worker as a hosted service, <see cref="IngestStatus"/>, and its health checks under the
    /// tags <c>live</c> and <c>ready</c>. Wants <c>ClickHouseClient</c>, <c>Pseudonym</c>,
    /// <c>IdentityKey</c> and <see cref="TimeProvider"/> registered, and the host's shutdown timeout above <see cref="IngestOptions.DrainTimeout"/>.
    /// Settings that can't work stop the start with a list of them.
    /// </summary>
    /// <exception cref="OptionsValidationException">The section <c>Statements</c> can't work.</exception>
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<KafkaOptions>(configuration.GetSection(KafkaOptions.Section));
        services.AddSingleton<IValidateOptions<IngestOptions>, IngestOptionsCheck>();
        services.AddOptions<IngestOptions>().Bind(configuration.GetSection(IngestOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<KafkaOptions>>().Value);
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<IngestOptions>>().Value);
        services.AddSingleton(ReadingSettings.Read(configuration));
        services.AddMetrics();
        services.AddSingleton<IngestStatus>();
        services.AddSingleton<IngestLiveness>();
        services.AddSingleton<IngestReadiness>();
        services.AddHealthChecks()
            .AddCheck<IngestLiveness>("ingest-live", tags: ["live"])
            .AddCheck<IngestReadiness>("ingest-ready", tags: ["ready"]);
        services.AddSingleton<IngestWorker>();
        services.AddHostedService<IngestService>();
        return services;
    }

    private sealed class IngestOptionsCheck : IValidateOptions<IngestOptions>
    {
        public ValidateOptionsResult Validate(string? name, IngestOptions options) =>
            options.Faults() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
