using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Engagement.Kafka.Feeding;

/// <summary>
/// Whether a broker forgets what was not yet consumed. The embedded one (librdkafka's mock cluster) keeps 5 MiB of record
/// batches a partition; it is known by its cluster id, so no setting can be wrong about it.
/// </summary>
internal static class BrokerKeeping
{
    /// <summary>Largest batch of more than one record the paced producer makes, in bytes before compression.</summary>
    public const int BatchBytes = 256 * 1024;

    private const string MockClusterId = "mockCluster";
    private const long KeptBytes = 5 * 1024 * 1024;

    /// <summary>
    /// Bytes a partition may hold uncommitted, null for a broker that keeps by time. One batch less than is kept: of a batch that
    /// the group has committed in part, the committed part takes room too.
    /// </summary>
    /// <exception cref="KafkaException">The broker did not answer.</exception>
    public static async Task<long?> WindowAsync(IAdminClient admin, TimeSpan timeout)
    {
        var cluster = await admin.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = timeout });
        return cluster.ClusterId?.StartsWith(MockClusterId, StringComparison.Ordinal) == true ? KeptBytes - BatchBytes : null;
    }
}
