using System.Reflection;
using Engagement.Ingest;
using Engagement.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Engagement.Hosting;

/// <summary>
/// Sends the meters to an OpenTelemetry collector while the host runs. Everything about it is told by OpenTelemetry's own
/// variables (OTEL_EXPORTER_OTLP_ENDPOINT, …_PROTOCOL, …_HEADERS, OTEL_METRIC_EXPORT_INTERVAL, OTEL_SERVICE_NAME, …), as
/// environment variables or settings.
/// </summary>
internal sealed class OtlpExport(IConfiguration configuration) : IHostedService
{
    private const int LastExportMilliseconds = 5000;

    private MeterProvider? _provider;

    /// <summary>Whether a collector is named. Where none is, no part of OpenTelemetry is loaded.</summary>
    public static bool IsWanted(IConfiguration configuration) =>
        (IsSet(configuration, "OTEL_EXPORTER_OTLP_ENDPOINT") || IsSet(configuration, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"))
        && !string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(configuration["OTEL_METRICS_EXPORTER"], "none", StringComparison.OrdinalIgnoreCase);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var name = configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } given ? given : "engagement";
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3);
        _provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService(name, serviceVersion: version))
            .AddMeter(IngestMetrics.MeterName, MetricsInstruments.MeterName, "System.Runtime", "Microsoft.AspNetCore.Hosting")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.Shutdown(LastExportMilliseconds); // sends the last figures
        _provider?.Dispose();
        return Task.CompletedTask;
    }

    private static bool IsSet(IConfiguration configuration, string name) => !string.IsNullOrEmpty(configuration[name]);
}
