using System.CommandLine;
using Engagement.Adapters;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The package ClickHouse.Client in the place of the product's own HTTP, where this build has it.</summary>
internal static partial class PackagedClient
{
    private const string Package = "ClickHouse.Client";

    public static IEnumerable<Func<Task<Figures>>> Contenders(PreloadedTopic topic, int statements)
    {
        if (!BuiltWith.Transports.Contains(Package)) return [];
        return
        [
            () => Ours.By($"e. Engagement by {Package}", Package).RunAsync(topic),
            () => InsertOnly.RunAsync($"e. insert only, by {Package}", statements, "insert-only", Package),
            // A tenth, as each row is an array of objects in memory.
            () => InsertOnly.RunAsync("e. insert only, by its ClickHouseBulkCopy", statements / 10, "bulk-copy"),
        ];
    }

    /// <summary>The hidden verb that copies in bulk; none without the package.</summary>
    public static IEnumerable<Command> Commands()
    {
        Command? command = null;
        MakeBulkCopy(ref command);
        return command is null ? [] : [command];
    }

    static partial void MakeBulkCopy(ref Command? command);
}
