using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Alerts.Receivers;

/// <summary>Takes what a webhook is told. As the specification asks of receivers, it knows a message that comes again by its id.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/hook", TakeAsync);
    }

    public string Url => _app.Urls.Single() + "/hook";

    /// <summary>What happens to the next requests, one each; none left: they are answered with 204.</summary>
    public ConcurrentQueue<WebhookAnswer> Answers { get; } = new();

    /// <summary>Every request that was taken, again or not: id, timestamp, signature and body.</summary>
    public ConcurrentQueue<(Guid Id, string Timestamp, string Signature, byte[] Body)> Taken { get; } = new();

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var answer = Answers.TryDequeue(out var told) ? told : WebhookAnswer.Takes;
        if (answer is WebhookAnswer.Takes or WebhookAnswer.TakesThenCuts)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var headers = context.Request.Headers;
            Taken.Enqueue((Guid.Parse(headers["webhook-id"]!), headers["webhook-timestamp"]!, headers["webhook-signature"]!, body.ToArray()));
        }
        if (answer is WebhookAnswer.TakesThenCuts or WebhookAnswer.Cuts) context.Abort();
        else context.Response.StatusCode = answer switch { WebhookAnswer.IsBusy => 503, WebhookAnswer.IsGone => 410, WebhookAnswer.Redirects => 302, _ => 204 };
        if (answer == WebhookAnswer.Redirects) context.Response.Headers.Location = "/elsewhere";
    }
}

internal enum WebhookAnswer
{
    Takes,
    TakesThenCuts,
    Cuts,
    IsBusy,
    IsGone,
    Redirects,
}
