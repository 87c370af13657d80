using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Engagement.Kafka.Feeding;

/// <summary>
/// What the embedded broker (librdkafka's mock cluster) keeps, and how to ask whether a broker is one. It is known by its cluster
/// id, so no setting can be wrong about it.
/// </summary>
internal static class BrokerKeeping
{
    /// <summary>Largest batch of more than one record the paced producer makes, in bytes before compression.</summary>
    public const int BatchBytes = 256 * 1024;

    /// <summary>
    /// Bytes a partition may hold uncommitted. One batch less than is kept: of a batch that the group has committed in part,
    /// the committed part takes room too.
    /// </summary>
    public const long WindowBytes = KeptBytes - BatchBytes;

    /// <summary>
    /// A message beyond this needs the partition empty, before and after it: a batch that pushes out the only one before it
    /// becomes unreadable itself (the mock then sets the partition's start to its end). Two up to this fit side by side.
    /// </summary>
    public const long LargeBytes = 2 * 1024 * 1024;

    /// <summary>A group whose committed offset asks the embedded broker to drop what is before it; the embedded broker watches it (RecordDeletion).</summary>
    public const string DeletionGroup = "engagement-delete-records";

    private const long KeptBytes = 5 * 1024 * 1024;
    private const string MockClusterId = "mockCluster";

    /// <summary>Whether the broker is the embedded one.</summary>
    /// <exception cref="KafkaException">The broker did not answer.</exception>
    public static async Task<bool> IsEmbeddedAsync(IAdminClient admin, TimeSpan timeout)
    {
        var cluster = await admin.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = timeout });
        return cluster.ClusterId?.StartsWith(MockClusterId, StringComparison.Ordinal) == true;
    }
}
