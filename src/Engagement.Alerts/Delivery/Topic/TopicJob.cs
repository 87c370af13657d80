using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Alerts.Delivery.Topic;

/// <summary>Runs <see cref="TopicDelivery"/> at each tick, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed class TopicJob(TopicDelivery delivery, TopicStatus status, ILogger<TopicJob> log) : DeliveryJob(status, log), IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => new(RunAsync(delivery.RunAsync, cancellationToken));
}

/// <summary>How telling the topic is doing.</summary>
public sealed class TopicStatus(TimeProvider time) : DeliveryStatus(Channel.Kafka, time);
