using Engagement.ClickHouse;
using Engagement.Engines.Tests.Embedded.ClickHouse;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>ClickHouse's disk is full for a while; when there is room again, the numbers are those of an undisturbed run.</summary>
public class DiskFullTests
{
    [SmallDiskFact]
    public Task A_full_disk_changes_no_number() => OnFullDiskAsync((fault, trial) => fault.AssertOutlastedAsync(trial));

    [SmallDiskFact]
    public Task A_stop_while_it_is_full_neither() => OnFullDiskAsync((fault, trial) => fault.AssertStoppedInTheMiddleAsync(trial));

    private static async Task OnFullDiskAsync(Func<Fault, Trial, Task> act)
    {
        using var disk = new SmallDisk();
        await using var server = await ChildServer.StartAsync(disk.Folder);
        using var database = server.Client.InDatabase("faults");
        await new Migrator(database).MigrateAsync();
        await using var trial = await Trial.NewAsync(database);
        var full = new Fault(
            _ => disk.Fill(),
            (_, worker) => trial.Rig.UntilAsync(
                () => worker.Status.Failing.TryGetValue("statements", out var why) && why.Contains("NOT_ENOUGH_SPACE", StringComparison.Ordinal),
                "the worker to say that the disk is full"),
            _ => disk.Free());
        await act(full, trial);
    }
}
