using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Alerts.Delivery.Webhook;

/// <summary>Runs <see cref="WebhookDelivery"/> at each tick, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed class WebhookJob(WebhookDelivery delivery, WebhookStatus status, ILogger<WebhookJob> log) : DeliveryJob(status, log), IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => new(RunAsync(delivery.RunAsync, cancellationToken));
}

/// <summary>How telling the webhook is doing.</summary>
public sealed class WebhookStatus(TimeProvider time) : DeliveryStatus(Channel.Webhook, time);
