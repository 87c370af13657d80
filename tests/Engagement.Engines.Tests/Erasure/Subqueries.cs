using Engagement.ClickHouse;

namespace Engagement.Engines.Tests.Erasure;

/// <summary>Two subqueries alike in one mutation may hang the engine: see <c>LearnerTable.Mutations</c>. Whether they do depends on the data, so texts are looked at.</summary>
internal static class Subqueries
{
    private const string Begin = "(SELECT ";

    /// <summary>Fails where a mutation that this database has run holds a subquery twice.</summary>
    public static async Task NoneTwiceAsync(ClickHouseClient clickHouse)
    {
        var mutations = await clickHouse.ListAsync<Mutation>("SELECT command FROM system.mutations WHERE database = currentDatabase()");
        Assert.Contains(mutations, mutation => mutation.Command.Contains(Begin, StringComparison.Ordinal));
        foreach (var mutation in mutations)
        {
            var subqueries = In(mutation.Command).ToList();
            Assert.True(subqueries.Distinct().Count() == subqueries.Count, $"A subquery is there twice: {mutation.Command}");
        }
    }

    private static IEnumerable<string> In(string command)
    {
        for (var start = command.IndexOf(Begin, StringComparison.Ordinal); start >= 0; start = command.IndexOf(Begin, start + 1, StringComparison.Ordinal))
        {
            var (end, depth) = (start + 1, 1);
            while (depth > 0) depth += command[end++] switch { '(' => 1, ')' => -1, _ => 0 };
            yield return command[start..end];
        }
    }

    private sealed record Mutation(string Command);
}
