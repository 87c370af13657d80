using System.Collections.Concurrent;
using System.Text;
using Engagement.ClickHouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>Stands before the real engine and spoils inserts as it is told to; without a fault they pass.</summary>
internal sealed class FaultyClickHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _engine = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _spoilt;
    private int _held;

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

    /// <summary>What happens to the next inserts, one fault each.</summary>
    public ConcurrentQueue<InsertFault> Faults { get; } = new();

    /// <summary>What happens to every insert that finds no fault of its own in <see cref="Faults"/>; null: it passes.</summary>
    public InsertFault? Always { get; set; }

    /// <summary>The next statement without a body of its own that has this text in it gets no answer; null: all get one.</summary>
    public string? HangsOnceOn { get; set; }

    /// <summary>Inserts and statements that met a fault.</summary>
    public int Spoilt => Volatile.Read(ref _spoilt);

    /// <summary>Inserts that are being <see cref="InsertFault.Held"/>.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>Tokens of all inserts into statements that came, spoilt or not.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    public ClickHouseClient Client { get; private set; } = null!;

    /// <param name="behind">The engine.</param>
    /// <param name="insertTimeout">Of <see cref="Client"/>; its default where null.</param>
    public static async Task<FaultyClickHouse> BeforeAsync(ClickHouseClient behind, TimeSpan? insertTimeout = null)
    {
        var faulty = new FaultyClickHouse(behind);
        await faulty._app.StartAsync();
        var address = faulty._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var options = new ClickHouseOptions { Url = address, Database = behind.Database };
        if (insertTimeout is { } timeout) options.InsertTimeout = timeout;
        faulty.Client = new ClickHouseClient(options);
        return faulty;
    }

    /// <summary>Lets every held insert go on to the engine, and later ones too.</summary>
    public void Release() => _released.TrySetResult();

    private async Task AnswerAsync(HttpContext context, ClickHouseClient behind)
    {
        var query = context.Request.Query["query"].ToString();
        if (query.StartsWith("INSERT INTO statements", StringComparison.Ordinal)) Tokens.Enqueue(context.Request.Query["insert_deduplication_token"].ToString());
        if (query.Length == 0 && HangsOnceOn is { } text && await IsInBodyAsync(context, text))
        {
            HangsOnceOn = null;
            Interlocked.Increment(ref _spoilt);
            await HangAsync(context);
            return;
        }
        var fault = !query.StartsWith("INSERT", StringComparison.Ordinal) ? null : Faults.TryDequeue(out var told) ? told : Always;
        if (fault is not null and not InsertFault.Passes) Interlocked.Increment(ref _spoilt);
        await (fault switch
        {
            null or InsertFault.Passes => ForwardAsync(context, behind),
            > 0 => RefuseAsync(context, (int)fault),
            InsertFault.Cut => CutAsync(context),
            InsertFault.Hang => HangAsync(context),
            InsertFault.StoredThenCut => StoreThenAsync(context, behind, CutAsync),
            InsertFault.StoredThenHang => StoreThenAsync(context, behind, HangAsync),
            InsertFault.Held => HoldAsync(context, behind),
            _ => throw new InvalidOperationException($"There is no fault {fault}"),
        });
    }

    private static async Task<bool> IsInBodyAsync(HttpContext context, string text)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        body.Position = 0;
        context.Request.Body = body;
        return Encoding.UTF8.GetString(body.ToArray()).Contains(text, StringComparison.Ordinal);
    }

    private async Task ForwardAsync(HttpContext context, ClickHouseClient behind)
    {
        using var answer = await SendAsync(context, behind, new StreamContent(context.Request.Body), context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        if (answer.Headers.TryGetValues("X-ClickHouse-Exception-Code", out var code)) context.Response.Headers["X-ClickHouse-Exception-Code"] = code.First();
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private static async Task RefuseAsync(HttpContext context, int code)
    {
        context.Response.StatusCode = 500;
        context.Response.Headers["X-ClickHouse-Exception-Code"] = $"{code}";
        await context.Response.WriteAsync($"Code: {code}. DB::Exception: told to");
    }

    private static Task CutAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task HangAsync(HttpContext context) =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task StoreThenAsync(HttpContext context, ClickHouseClient behind, Func<HttpContext, Task> then)
    {
        using (await SendAsync(context, behind, new StreamContent(context.Request.Body), context.RequestAborted))
            await then(context);
    }

    private async Task HoldAsync(HttpContext context, ClickHouseClient behind)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        body.Position = 0;
        Interlocked.Increment(ref _held);
        await _released.Task;
        using (await SendAsync(context, behind, new StreamContent(body), CancellationToken.None)) context.Abort();
        Interlocked.Decrement(ref _held);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContext context, ClickHouseClient behind, HttpContent body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(behind.Url, context.Request.Path + context.Request.QueryString)) { Content = body };
        return await _engine.SendAsync(request, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        Client.Dispose();
        await _app.DisposeAsync();
        _engine.Dispose();
    }
}
