using System.Runtime.CompilerServices;
using Engagement.Embedded.ClickHouse;

namespace Engagement.Tests.Embedded.ClickHouse;

public class DataFolderLockTests
{
    // A server that nobody can stop is referred to by nobody; the finalizer of its lock then let others into its folder.
    [Fact]
    public async Task It_is_held_though_nobody_refers_to_it()
    {
        var folder = Directory.CreateTempSubdirectory("engagement-lock-").FullName;
        await TakeAndForgetAsync(folder);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        await Assert.ThrowsAsync<ClickHouseServerException>(() => TakeAsync(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_can_be_taken_again_once_it_was_let_go()
    {
        var folder = Directory.CreateTempSubdirectory("engagement-lock-").FullName;
        (await TakeAsync(folder)).Dispose();
        (await TakeAsync(folder)).Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task TakeAndForgetAsync(string folder) => await TakeAsync(folder);

    private static Task<DataFolderLock> TakeAsync(string folder) =>
        DataFolderLock.TakeAsync(folder, TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
}
