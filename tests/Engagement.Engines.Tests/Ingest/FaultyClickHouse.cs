using System.Collections.Concurrent;
using Engagement.ClickHouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>Stands before the real engine and spoils inserts as it is told to, one fault each; without a fault they pass.</summary>
internal sealed class FaultyClickHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _engine = new() { Timeout = TimeSpan.FromMinutes(2) };

    private FaultyClickHouse(ClickHouseClient behind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.Listen(System.Net.IPAddress.Loopback, 0);
            k.Limits.MaxRequestBodySize = null;
        });
        _app = builder.Build();
        _app.Run(context => AnswerAsync(context, behind));
    }

    /// <summary>What happens to the next inserts. A code: refused with it; 0: connection cut before, -1: stored, then cut.</summary>
    public ConcurrentQueue<int> Faults { get; } = new();

    /// <summary>Tokens of all inserts into statements that came, spoilt or not.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    public ClickHouseClient Client { get; private set; } = null!;

    public static async Task<FaultyClickHouse> BeforeAsync(ClickHouseClient behind)
    {
        var faulty = new FaultyClickHouse(behind);
        await faulty._app.StartAsync();
        var address = faulty._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        faulty.Client = new ClickHouseClient(new ClickHouseOptions { Url = address, Database = behind.Database });
        return faulty;
    }

    private async Task AnswerAsync(HttpContext context, ClickHouseClient behind)
    {
        var query = context.Request.Query["query"].ToString();
        if (query.StartsWith("INSERT INTO statements", StringComparison.Ordinal)) Tokens.Enqueue(context.Request.Query["insert_deduplication_token"].ToString());
        var fault = query.StartsWith("INSERT", StringComparison.Ordinal) && Faults.TryDequeue(out var told) ? told : (int?)null;
        if (fault == 0)
        {
            context.Abort();
            return;
        }
        if (fault > 0)
        {
            context.Response.StatusCode = 500;
            context.Response.Headers["X-ClickHouse-Exception-Code"] = fault.ToString();
            await context.Response.WriteAsync($"Code: {fault}. DB::Exception: told to");
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(behind.Url, context.Request.Path + context.Request.QueryString))
        {
            Content = new StreamContent(context.Request.Body),
        };
        using var answer = await _engine.SendAsync(request, context.RequestAborted);
        if (fault == -1)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = (int)answer.StatusCode;
        if (answer.Headers.TryGetValues("X-ClickHouse-Exception-Code", out var code)) context.Response.Headers["X-ClickHouse-Exception-Code"] = code.First();
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _engine.Dispose();
    }
}
