using Engagement.Ingest.Consuming;

namespace Engagement.Ingest.Reading;

/// <summary>Consecutive messages of one partition in a chunk, read: which part of the chunk's rows and rejections is theirs.</summary>
/// <param name="Partition">The stay they came in.</param>
/// <param name="LastOffset">Of the last message.</param>
/// <param name="Messages">How many.</param>
/// <param name="Rows">Of the chunk's rows.</param>
/// <param name="Rejected">Of the chunk's rejections.</param>
/// <param name="RejectedAtEnd">Rejections after the last row.</param>
internal readonly record struct Run(
    PartitionTracker Partition, long LastOffset, int Messages, Range Rows, Range Rejected, int RejectedAtEnd);
