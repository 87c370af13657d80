namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>Whatever ClickHouse does to an insert, the statements and the numbers are those of an undisturbed run.</summary>
public class ClickHouseFaultTests
{
    private const int Hits = 3;

    /// <summary>Faults, and what the worker says of each.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { nameof(InsertFault.TooManyParts), "Code: 252" },
        { nameof(InsertFault.MemoryLimitExceeded), "Code: 241" },
        { nameof(InsertFault.KeeperException), "Code: 999" },
        { nameof(InsertFault.Cut), "" },
        { nameof(InsertFault.StoredThenCut), "" },
        { nameof(InsertFault.Hang), "did not answer an insert into statements" },
        { nameof(InsertFault.StoredThenHang), "did not answer an insert into statements" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_of_ClickHouse_changes_no_number(string name, string reason)
    {
        await using var trial = await Trial.NewAsync();
        await trial.Rig.Database.ExecuteAsync("SYSTEM STOP MERGES statements"); // they would hide doubled rows
        await Of(name, reason).AssertOutlastedAsync(trial);

        // The token makes a repeated insert a no-op, so not even the raw rows are doubled.
        Assert.Equal(await trial.Rig.CountAsync("count()", "statements FINAL"), await trial.Rig.CountAsync("count()", "statements"));
        Assert.True(trial.ClickHouse.Tokens.Count > trial.ClickHouse.Tokens.Distinct().Count(), "Nothing was inserted again.");
    }

    // One refusal is like another to a stop.
    [Theory]
    [InlineData(nameof(InsertFault.TooManyParts), "Code: 252")]
    [InlineData(nameof(InsertFault.Cut), "")]
    [InlineData(nameof(InsertFault.StoredThenCut), "")]
    [InlineData(nameof(InsertFault.Hang), "did not answer an insert into statements")]
    [InlineData(nameof(InsertFault.StoredThenHang), "did not answer an insert into statements")]
    public async Task A_stop_in_the_middle_of_it_neither(string name, string reason)
    {
        await using var trial = await Trial.NewAsync();
        await Of(name, reason).AssertStoppedInTheMiddleAsync(trial);
    }

    private static Fault Of(string name, string reason) => new(
        trial => trial.ClickHouse.Always = Enum.Parse<InsertFault>(name),
        async (trial, worker) =>
        {
            await trial.Rig.UntilAsync(() => trial.ClickHouse.Spoilt >= Hits, $"{Hits} inserts that met {name}");
            await trial.Rig.UntilAsync(
                () => worker.Status.Failing.TryGetValue("statements", out var why) && why.Contains(reason, StringComparison.Ordinal), "the worker to say so");
        },
        trial => trial.ClickHouse.Always = null);
}
