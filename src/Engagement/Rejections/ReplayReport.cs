using Engagement.Ingest;
using Engagement.Ingest.Rejections;

namespace Engagement.Rejections;

/// <summary>What became of a replay, for a person.</summary>
internal static class ReplayReport
{
    /// <param name="output">Gets the lines.</param>
    /// <param name="result">To be told.</param>
    /// <param name="what">Plural of what was sent.</param>
    /// <param name="topic">Where to.</param>
    public static void Print(TextWriter output, ReplayResult result, string what, string topic)
    {
        var refused = result.Refused.ToList();
        output.WriteLine($"{result.Sent} {what} sent to {topic}, {refused.Sum(r => r.Count)} would be refused again");
        foreach (var (count, example) in refused)
        {
            output.WriteLine($"{count,10}  {example.Rule}, such as at {example.Path}: {example.Reason}");
            output.WriteLine($"            → {RejectionAdvice.Of(example.Rule)}");
        }
        if (result.Ignored > 0) output.WriteLine($"{result.Ignored} were not sent as they would be ignored: they tell nothing that is counted");
        if (result.Cut > 0)
            output.WriteLine($"{result.Cut} are cut, as they were too large for the dead-letter topic: send them anew from their source");
        if (result.Gone > 0)
            output.WriteLine($"{result.Gone} are gone: Kafka keeps them no longer (the embedded broker forgets all when it stops); send them anew from their source");
    }
}
