using System.Globalization;
using System.Reflection;
using System.Text;
using Confluent.Kafka;
using Engagement.Ingest.Reading;

namespace Engagement.Ingest.Flushing;

/// <summary>
/// Headers of a dead letter, all UTF-8 text. Its key is the message's, its value the refused statement's own bytes.
/// </summary>
internal static class DeadLetterHeaders
{
    public const string Topic = "engagement-topic";
    public const string Partition = "engagement-partition";
    public const string Offset = "engagement-offset";

    /// <summary>Place in the message's array, from 0.</summary>
    public const string Index = "engagement-index";

    /// <summary>When Kafka took the original message, Unix time in milliseconds.</summary>
    public const string Timestamp = "engagement-timestamp";
    public const string Rule = "engagement-rule";
    public const string Path = "engagement-path";
    public const string Reason = "engagement-reason";

    /// <summary>The build that refused it.</summary>
    public const string Version = "engagement-version";

    /// <summary>Only on a letter that was too large for the topic and so is cut: its full length in bytes.</summary>
    public const string FullLength = "engagement-full-length";

    private static readonly string Build =
        typeof(DeadLetterHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static Headers Of(RejectedStatement statement) => new()
    {
        { Topic, Text(statement.Topic) },
        { Partition, Text(statement.Partition) },
        { Offset, Text(statement.Offset) },
        { Index, Text(statement.Index) },
        { Timestamp, Text(statement.BrokerMicros / 1000) },
        { Rule, Text(statement.Why.Rule) },
        { Path, Text(statement.Why.Path) },
        { Reason, Text(statement.Why.Reason) },
        { Version, Text(Build) },
    };

    public static byte[] Text(FormattableString value) => Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture));

    private static byte[] Text(string value) => Encoding.UTF8.GetBytes(value);

    private static byte[] Text(long value) => Text($"{value}");
}
