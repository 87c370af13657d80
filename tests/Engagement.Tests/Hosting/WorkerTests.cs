using Engagement.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Hosting;

public class WorkerTests
{
    [Theory]
    [InlineData("00:00:20")]
    [InlineData("00:01:30")]
    public async Task The_host_waits_longer_than_ingest_may_drain(string drain)
    {
        var settings = new Settings("unused", [$"Ingest:DrainTimeout={drain}", "ClickHouse:Url=http://127.0.0.1:1", "Privacy:Key=a key for tests, 32 bytes long..", "Web:CookieKeys=unused"]);
        await using var worker = Worker.Build(settings, new HashSet<string> { Roles.Web }, "http://127.0.0.1:0", Serilog.Core.Logger.None);
        Assert.True(worker.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout >= TimeSpan.Parse(drain) + TimeSpan.FromSeconds(10));
    }
}
