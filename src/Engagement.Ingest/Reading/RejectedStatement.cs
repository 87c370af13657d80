using Engagement.Statements;

namespace Engagement.Ingest.Reading;

/// <summary>A refused statement on its way to the dead-letter topic.</summary>
/// <param name="Topic">It came from.</param>
/// <param name="Partition">It came from.</param>
/// <param name="Offset">Of its message.</param>
/// <param name="Index">Place in the message's array.</param>
/// <param name="BrokerMicros">When Kafka took the message, Unix time in microseconds.</param>
/// <param name="Why">Rule, path and reason.</param>
/// <param name="Key">Key of the message; null where it had none.</param>
/// <param name="Raw">The statement's bytes, or the whole message's where it could not be read apart.</param>
internal sealed record RejectedStatement(
    string Topic, int Partition, long Offset, int Index, long BrokerMicros, Rejection Why, byte[]? Key, byte[] Raw);
