using Confluent.Kafka;
using Engagement.Ingest.Reading;

namespace Engagement.Ingest.Consuming;

/// <summary>Copies keys and values from librdkafka's memory straight into the chunk being filled, without an array for each.</summary>
internal sealed class SliceDeserializer(Intake intake) : IDeserializer<Slice>
{
    public Slice Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context) =>
        isNull ? Slice.Null : intake.Append(data);
}
