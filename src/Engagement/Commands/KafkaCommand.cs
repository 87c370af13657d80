using System.CommandLine;
using Engagement.Embedded.Kafka;
using Engagement.Kafka;
using Engagement.Processes;

namespace Engagement.Commands;

/// <summary><c>engagement kafka</c>: the embedded broker alone, in memory, until it is stopped.</summary>
internal static class KafkaCommand
{
    public static Command Create()
    {
        var partitions = new Option<int>("--partitions") { Description = "Partitions of learner-events and of its dead letters", DefaultValueFactory = _ => KafkaBrokerLimits.LearnerEventPartitions };
        return new Command("kafka", "Runs the embedded Kafka broker alone: loopback, in memory only, a few MiB a partition") { partitions }
            .Does(async (parsed, settings, stop) =>
            {
                using var broker = new KafkaBroker();
                broker.CreateTopic(settings.Kafka.LearnerEvents, parsed.GetValue(partitions));
                broker.CreateTopic(settings.Kafka.Rejected, parsed.GetValue(partitions));
                broker.CreateTopic(settings.Kafka.CourseOutlines, 1);
                broker.CreateTopic(settings.Kafka.Enrolments, 1);
                broker.CreateTopic(settings.Kafka.Alerts, 1);
                using var announcement = settings.Data.Announce("kafka", broker.BootstrapServers);
                ReadyLine.Print("Kafka (in memory)", broker.BootstrapServers);
                await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return ExitCodes.Done;
            });
    }
}
