using Engagement.Ingest;
using Engagement.Ingest.Rejections;
using Engagement.Reports;

namespace Engagement.Rejections;

/// <summary>Rejections for programs: one JSON object a line for each rule and emitter, always with the same keys.</summary>
internal static class RejectedJson
{
    private sealed record Line(
        string Rule, string Emitter, long Count, long SentAgain, DateTimeOffset FirstAt, DateTimeOffset LastAt, Example Example, string Advice);

    private sealed record Example(
        string Topic, int Partition, long Offset, long Index, string Path, string Reason, int LetterPartition, long LetterOffset, string? Bytes);

    public static async Task WriteAsync(
        Stream output, IEnumerable<RejectionGroup> groups, IReadOnlyDictionary<LetterPlace, Letter>? letters, CancellationToken cancel)
    {
        foreach (var g in groups)
        {
            var example = new Example(g.Topic, g.Partition, g.Offset, g.Index, g.Path, g.Reason, g.LetterPartition, g.LetterOffset,
                letters is null ? null : LetterText.Of(letters[g.Letter]));
            await ResultJson.WriteAsync(output, new Line(g.Rule, g.Emitter, g.Count, g.Replayed, g.FirstAt, g.LastAt, example, RejectionAdvice.Of(g.Rule)), cancel: cancel);
        }
    }
}
