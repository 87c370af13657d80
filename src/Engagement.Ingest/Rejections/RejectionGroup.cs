namespace Engagement.Ingest.Rejections;

/// <summary>What was refused of one emitter under one rule, with its latest as the example. Holds nothing of any learner.</summary>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="Emitter">Software and host; empty where the bytes did not show them.</param>
/// <param name="Count">Statements refused.</param>
/// <param name="Replayed">Of them, those whose letters were sent again.</param>
/// <param name="FirstAt">When the first was refused.</param>
/// <param name="LastAt">When the last was.</param>
/// <param name="Topic">The example's place in Kafka.</param>
/// <param name="Partition">As <paramref name="Topic"/>.</param>
/// <param name="Offset">As <paramref name="Topic"/>.</param>
/// <param name="Index">Place in the message's array.</param>
/// <param name="Path">JSON path of the fault.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="LetterPartition">Where its bytes lie in the dead-letter topic.</param>
/// <param name="LetterOffset">As <paramref name="LetterPartition"/>.</param>
/// <param name="Hash">SHA-256, cut, of its bytes, hexadecimal.</param>
public sealed record RejectionGroup(
    string Rule, string Emitter, long Count, long Replayed, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    string Topic, int Partition, long Offset, long Index, string Path, string Reason, int LetterPartition, long LetterOffset, string Hash)
{
    /// <summary>Where the example's bytes are.</summary>
    public LetterPlace Letter => new(Topic, Partition, Offset, (uint)Index, LetterPartition, LetterOffset, Hash);
}
