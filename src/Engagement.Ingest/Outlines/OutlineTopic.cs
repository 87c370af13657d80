using System.Text;
using Engagement.Courses;
using Engagement.Ingest.Compacted;
using Engagement.Ingest.Reading;
using Engagement.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Outlines;

/// <summary>
/// Course outlines: a few messages a day, so each is saved by itself. A null value removes the outlines of the course its key names.
/// </summary>
internal sealed class OutlineTopic(KafkaOptions kafka, OutlineStore store, DurableWrites writes, ILogger log) : ICompactedTopic
{
    private const string Place = "course_outlines";

    public string Name => kafka.CourseOutlines;

    public string Group => kafka.OutlinesGroup;

    public int MostAtOnce => 100;

    public async Task TakeAsync(IReadOnlyList<CompactedMessage> messages, CancellationToken cancel)
    {
        foreach (var message in messages) await TakeAsync(message, cancel);
    }

    private async Task TakeAsync(CompactedMessage message, CancellationToken cancel)
    {
        if (message.Value is not { } value)
        {
            await RemoveAsync(message.Key, cancel);
            return;
        }

        var result = CourseOutline.Parse(value);
        if (result.Outline is not { } outline)
        {
            var reason = string.Join(" ", result.Faults);
            await writes.RefuseAsync(IngestRules.Outline, [(message, result.Faults[0].Path, reason)], cancel);
            log.LogWarning("A course outline at {Topic}/{Partition} offset {Offset} was refused: {Faults}", Name, message.Partition, message.Offset, reason);
            return;
        }
        var received = DateTimeOffset.FromUnixTimeMilliseconds(message.BrokerMillis);
        await writes.WriteAsync(Place, token => store.SaveAsync(outline, received, token), cancel);
        log.LogInformation("Outline of {Course}, version {Version}: {Sections} sections", outline.Course, outline.Version, outline.Sections.Count);
    }

    private async Task RemoveAsync(byte[]? key, CancellationToken cancel)
    {
        if (key is not { Length: > 0 })
        {
            log.LogWarning("A null message without a key in {Topic} names no course; nothing is removed", Name);
            return;
        }
        var course = Encoding.UTF8.GetString(key);
        await writes.WriteAsync(Place, token => store.RemoveAsync(course, token), cancel);
        log.LogInformation("Outlines of {Course} were removed; from now on its sections are inferred", course);
    }
}
