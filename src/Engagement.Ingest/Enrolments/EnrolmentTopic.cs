using Engagement.Ingest.Compacted;
using Engagement.Ingest.Reading;
using Engagement.Kafka;
using Engagement.People.Enrolments;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Enrolments;

/// <summary>
/// Enrolments: who is in which course, in which cohort, looked after by whom, and their names. A platform may send thousands at once,
/// so they are saved together. A null value removes the enrolment its key names. No word of a person is logged or becomes a reason.
/// </summary>
internal sealed class EnrolmentTopic(KafkaOptions kafka, EnrolmentReader reader, EnrolmentStore store, DurableWrites writes, ILogger log) : ICompactedTopic
{
    public string Name => kafka.Enrolments;

    public string Group => kafka.EnrolmentsGroup;

    public int MostAtOnce => EnrolmentStore.MostAtOnce;

    public async Task TakeAsync(IReadOnlyList<CompactedMessage> messages, CancellationToken cancel)
    {
        var taken = new List<Enrolment>();
        var refused = new List<(CompactedMessage Message, string Path, string Reason)>();
        foreach (var message in messages)
        {
            var result = message.Value is { } value ? reader.Read(value) : reader.ReadRemoval(message.Key);
            if (result.Enrolment is { } enrolment) taken.Add(enrolment);
            else refused.Add((message, result.Faults[0].Path, string.Join(" ", result.Faults)));
        }
        await writes.RefuseAsync(IngestRules.Enrolment, refused, cancel);
        await writes.WriteAsync("roster", token => store.SaveAsync(taken, token), cancel);
        foreach (var (message, _, reason) in refused)
            log.LogWarning("An enrolment at {Topic}/{Partition} offset {Offset} was refused: {Faults}", Name, message.Partition, message.Offset, reason);
        log.LogInformation("{Count} enrolments were told, {Removed} of them removals, and {Refused} refused",
            messages.Count, taken.Count(enrolment => enrolment.IsRemoved), refused.Count);
    }
}
