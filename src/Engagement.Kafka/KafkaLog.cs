using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Kafka;

/// <summary>Leads what librdkafka logs, which goes to standard error by default, to a logger.</summary>
public static class KafkaLog
{
    /// <summary>For a builder's <c>SetLogHandler</c>. Called on librdkafka's threads.</summary>
    public static Action<IClient, LogMessage> To(ILogger logger) => (_, message) =>
        logger.Log((LogLevel)message.LevelAs(LogLevelType.MicrosoftExtensionsLogging), "{Facility}: {Text}", message.Facility, message.Message);
}
