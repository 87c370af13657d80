using Engagement.Erasure;
using Engagement.Erasure.Disk;
using Engagement.Reports;

namespace Engagement.Erasing;

/// <summary>What an erasure did, for programs: one object.</summary>
internal static class ErasureJson
{
    public static Task WriteAsync(Stream output, ErasureResult result, DiskFindings? disk, CancellationToken cancel) => ResultJson.WriteAsync(output, new
    {
        result.Learner, result.ErasedAt, result.IsDone,
        Found = result.Found.ToDictionary(table => table.Table, table => table.Rows),
        Left = result.Left.ToDictionary(table => table.Table, table => table.Rows),
        result.OldParts, Disk = disk, MayHaveLearnt = result.Models,
    }, cancel: cancel);
}
