using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Consuming;

/// <summary>
/// The end of a consumer: last commit, leaving the group, disposal. librdkafka waits up to the session timeout for a coordinator
/// that does not answer, first to commit and then again to leave, which no orchestrator's grace period allows for; and to dispose
/// of a consumer without leaving may hang for ever. So it all goes on elsewhere, and is waited for only as long as it may take.
/// </summary>
internal static class GroupExit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Ends when the group is left, or when Kafka did not let it go in time: then what was written since the last commit
    /// is read again, the partitions are given to others after the session timeout, and the consumer ends by itself after that.</summary>
    /// <param name="consumer">Nobody else's from now on.</param>
    /// <param name="topic">For people.</param>
    /// <param name="log">Hears of it.</param>
    public static async Task LeaveAsync<TKey, TValue>(IConsumer<TKey, TValue> consumer, string topic, ILogger log)
    {
        var leaving = Task.Factory.StartNew(() => Leave(consumer, topic, log), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (await Task.WhenAny(leaving, Task.Delay(Patience)) == leaving) await leaving;
        else
            log.LogWarning("Kafka did not answer within {Seconds:0} s, so the group of {Topic} is left without its consent; what follows the last commit is read and written again",
                Patience.TotalSeconds, topic);
    }

    /// <summary>Commits what was stored, and waits for it.</summary>
    public static void Commit<TKey, TValue>(IConsumer<TKey, TValue> consumer, ILogger log)
    {
        try
        {
            consumer.Commit();
        }
        catch (KafkaException e) when (e.Error.Code == ErrorCode.Local_NoOffset)
        {
            // Nothing new to commit.
        }
        catch (KafkaException e)
        {
            log.LogWarning("Offsets could not be committed ({Reason}); what follows the last commit is read and written again", e.Error.Reason);
        }
    }

    private static void Leave<TKey, TValue>(IConsumer<TKey, TValue> consumer, string topic, ILogger log)
    {
        using (consumer)
        {
            Commit(consumer, log);
            try
            {
                consumer.Close();
            }
            catch (KafkaException e)
            {
                log.LogWarning("The consumer of {Topic} did not leave its group in order: {Reason}", topic, e.Error.Reason);
            }
        }
    }
}
