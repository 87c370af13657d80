using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Engagement.Engines.Tests.Metrics;

public class MetricsJobTests
{
    [Fact]
    public async Task A_touched_learner_is_in_the_numbers_without_anybody_asking()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("Metrics:Interval", "00:00:00.200")]);
        builder.Services.AddSingleton(clickHouse).AddSingleton(TimeProvider.System).AddMetrics(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync();

        await clickHouse.StoreAsync(new RandomStream(1).Statements);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var metrics = host.Services.GetRequiredService<MetricsRun>();
        while (!await metrics.IsUpToDateAsync(deadline.Token)) await Task.Delay(50, deadline.Token);
        var status = host.Services.GetRequiredService<MetricsStatus>();
        await Until.TrueAsync(() => status.LastRunAt is not null, "a run ended");
        Assert.Equal(HealthStatus.Healthy, (await new MetricsHealth(status).CheckHealthAsync(new HealthCheckContext())).Status);
        Assert.NotEqual("0", await clickHouse.ScalarAsync("SELECT count() FROM enrolments FINAL"));
        await host.StopAsync();
    }

    [Fact]
    public async Task Failing_runs_are_told_with_their_begin_and_reason()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("Metrics:Interval", "00:00:00.200")]);
        using var nowhere = new ClickHouseClient(new ClickHouseOptions { Url = "http://127.0.0.1:1" });
        builder.Services.AddSingleton(nowhere).AddSingleton(TimeProvider.System).AddMetrics(builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync();
        var status = host.Services.GetRequiredService<MetricsStatus>();
        await Until.TrueAsync(() => status.FailingSince is not null, "a run failed");
        var since = status.FailingSince;
        var health = await new MetricsHealth(status).CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.StartsWith("Metrics can't be computed now: ", health.Description, StringComparison.Ordinal);
        Assert.Equal(since, health.Data["failing_since"]);
        await host.StopAsync();
    }

    [Fact]
    public async Task An_interval_of_nothing_is_refused_at_the_start()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("Metrics:Interval", "00:00:00")]);
        using var nowhere = new ClickHouseClient(new ClickHouseOptions { Url = "http://127.0.0.1:1" });
        builder.Services.AddSingleton(nowhere).AddSingleton(TimeProvider.System).AddMetrics(builder.Configuration);
        var refused = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var host = builder.Build();
            await host.StartAsync();
        });
        Assert.Contains("Metrics:Interval", refused.ToString());
    }
}
