using Engagement.Hosting;

namespace Engagement.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private const string Address = "http://127.0.0.1:8123";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("engagement-data-");

    // Whoever waited for the file once found it while it was still empty.
    [Fact]
    public async Task An_address_is_there_whole_or_not_at_all()
    {
        var folder = new DataFolder(_place.FullName);
        using var isOver = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            HashSet<string?> read = [];
            while (!isOver.IsCancellationRequested) read.Add(folder.Address("clickhouse"));
            return read;
        });
        for (var i = 0; i < 3000; i++) folder.Announce("clickhouse", Address).Dispose();
        await isOver.CancelAsync();
        Assert.Subset(new HashSet<string?> { null, Address }, await reader);
        Assert.Empty(_place.EnumerateFiles());
    }

    [Fact]
    public void An_address_left_by_a_run_that_died_is_replaced()
    {
        var folder = new DataFolder(_place.FullName);
        folder.Announce("kafka", "127.0.0.1:1");
        using var announced = folder.Announce("kafka", Address);
        Assert.Equal(Address, folder.Address("kafka"));
        Assert.Null(folder.Address("clickhouse"));
    }

    public void Dispose() => _place.Delete(recursive: true);
}
