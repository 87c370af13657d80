using Confluent.Kafka;
using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;

namespace Engagement.Alerts.Delivery;

/// <summary>What a job does that tells a channel, again and again, of what it has not been told yet.</summary>
public abstract partial class DeliveryJob(DeliveryStatus status, ILogger log)
{
    protected async Task RunAsync(Func<CancellationToken, Task<int>> run, CancellationToken cancel)
    {
        try
        {
            var told = await run(cancel);
            if (status.Succeeded()) LogBack(log, status.Channel);
            if (told > 0) LogTold(log, status.Channel, told);
        }
        catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException or KafkaException)
        {
            if (status.Failed(e.Message)) LogAway(log, status.Channel, e.Message);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Stopped half way: the next run finds out how far it came.
        }
    }

    [LoggerMessage(LogLevel.Information, "{Channel} was told of {Events} changes of alerts")]
    private static partial void LogTold(ILogger log, Channel channel, int events);

    [LoggerMessage(LogLevel.Warning, "{Channel} can't be told of alerts now, which is tried again at each tick: {Reason}")]
    private static partial void LogAway(ILogger log, Channel channel, string reason);

    [LoggerMessage(LogLevel.Information, "{Channel} is told of alerts again")]
    private static partial void LogBack(ILogger log, Channel channel);
}
