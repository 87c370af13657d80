namespace Engagement.Ingest.Compacted;

/// <summary>A message of a compacted topic.</summary>
/// <param name="Topic">It came from.</param>
/// <param name="Partition">It came from.</param>
/// <param name="Offset">Its place there.</param>
/// <param name="BrokerMillis">When Kafka took it, Unix time in milliseconds.</param>
/// <param name="Key">Null: it had none.</param>
/// <param name="Value">Null: what the key names is to be removed.</param>
internal sealed record CompactedMessage(string Topic, int Partition, long Offset, long BrokerMillis, byte[]? Key, byte[]? Value);
