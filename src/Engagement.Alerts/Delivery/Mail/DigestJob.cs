using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Alerts.Delivery.Mail;

/// <summary>Runs <see cref="DigestRun"/> at each tick, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed class DigestJob(DigestRun digests, MailStatus status, ILogger<DigestJob> log) : DeliveryJob(status, log), IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => new(RunAsync(digests.RunAsync, cancellationToken));
}

/// <summary>How telling facilitators by mail is doing.</summary>
public sealed class MailStatus(TimeProvider time) : DeliveryStatus(Channel.Mail, time);
