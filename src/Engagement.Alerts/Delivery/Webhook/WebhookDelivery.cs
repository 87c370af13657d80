using System.Globalization;
using System.Net;
using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Alerts.Delivery.Webhook;

/// <summary>
/// Tells an address of each event, in order for each alert. A request may come twice, where this worker dies between the answer and the record of it; both
/// have the same <c>webhook-id</c>, by which a receiver knows the second. Tried again with growing pauses; after a day it is given up, and stays on a list.
/// Not for two threads at once.
/// </summary>
public sealed class WebhookDelivery : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly WebhookOptions _options;
    private readonly Outbox _outbox;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebhookDelivery> _log;
    private readonly HttpClient _http;
    private bool _isOpen;

    public WebhookDelivery(IOptions<WebhookOptions> options, Outbox outbox, TimeProvider clock, ILogger<WebhookDelivery> log)
    {
        (_options, _outbox, _clock, _log) = (options.Value, outbox, clock, log);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = _options.Timeout }) { Timeout = _options.Timeout, MaxResponseContentBufferSize = 64 << 10 };
    }

    /// <returns>Events it was told of now.</returns>
    /// <remarks>Errors as <see cref="ClickHouseClient"/> has them; the receiver's are recorded.</remarks>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!_isOpen) await _outbox.OpenAsync(Channel.Webhook, _clock.GetUtcNow(), cancel);
        _isOpen = true;
        var (told, waiting) = (0, new HashSet<Guid>());
        foreach (var next in await _outbox.PendingAsync(Channel.Webhook, cancel))
        {
            // What comes later must not overtake what comes first of the same alert.
            if (waiting.Contains(next.Event.AlertId)) continue;
            if (next.NextAt > _clock.GetUtcNow())
            {
                waiting.Add(next.Event.AlertId);
                continue;
            }
            var result = await TryAsync(next, cancel);
            await _outbox.RecordAsync([result], cancel);
            if (result.State == DeliveryState.Delivered) told++;
            else if (result.State == DeliveryState.Failed) break; // the others would meet the same; at the next turn it is another's turn
        }
        return told;
    }

    public void Dispose() => _http.Dispose();

    private async Task<DeliveryTry> TryAsync(PendingEvent next, CancellationToken cancel)
    {
        try
        {
            using var request = Request(next.Event);
            using var response = await _http.SendAsync(request, cancel);
            if (response.IsSuccessStatusCode) return Result(DeliveryState.Delivered, "");
            var answer = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");
            return response.StatusCode == HttpStatusCode.Gone ? Result(DeliveryState.GivenUp, answer) : Failed(answer, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return Failed(e is HttpRequestException http ? $"No answer: {http.HttpRequestError}" : $"No answer within {_options.Timeout.TotalSeconds:0.#} s", null);
        }

        DeliveryTry Failed(string answer, TimeSpan? wish)
        {
            var now = _clock.GetUtcNow();
            if (now - (next.FirstAt ?? now) < _options.GiveUpAfter) return Result(DeliveryState.Failed, answer) with { NextAt = now + Pause(next.Tries, wish) };
            _log.LogWarning("The webhook did not take event {Event} in {Tries} tries over {Time}, the last one: {Answer}. It stays on the list of 'alerts undelivered'.",
                next.Event.EventId, next.Tries + 1, _options.GiveUpAfter, answer);
            return Result(DeliveryState.GivenUp, answer);
        }

        DeliveryTry Result(DeliveryState state, string answer) => new(Channel.Webhook, next.Event.EventId, next.Tries + 1, state, _clock.GetUtcNow(), Answer: answer);
    }

    // Doubles, and lies up to a fifth beside, so that many that failed at once don't come back at once.
    private TimeSpan Pause(int tries, TimeSpan? wish)
    {
        var pause = _options.FirstPause * Math.Pow(2, Math.Min(tries, 20)) * (0.8 + 0.4 * Random.Shared.NextDouble());
        if (wish > pause) pause = wish.Value;
        return pause < LongestPause ? pause : LongestPause;
    }

    private HttpRequestMessage Request(AlertEvent e)
    {
        var (body, now) = (AlertMessage.Of(e), _clock.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add("webhook-id", e.EventId.ToString());
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(_options.Key, e.EventId, now, body));
        request.Headers.UserAgent.ParseAdd("engagement");
        return request;
    }
}
