using Engagement.Hosting;
using Engagement.Outlines;

namespace Engagement.Tests.Outlines;

public sealed class OutlineFilesTests : IDisposable
{
    private const string Good = """{"course":"https://e.org","title":"T","version":"1","sections":[{"id":"a","title":"A","kind":"content","activities":["https://e.org/a"]}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("engagement-test-").FullName;

    [Fact]
    public async Task Outlines_come_in_the_order_of_their_files()
    {
        var outlines = await OutlineFiles.ReadAsync([Write("b", Good.Replace("\"1\"", "\"2\"", StringComparison.Ordinal)), Write("a", Good)], default);
        Assert.Equal(["2", "1"], outlines.Select(outline => outline.Version));
    }

    [Fact]
    public async Task Every_fault_of_every_file_is_listed_and_none_is_taken()
    {
        string[] files =
        [
            Write("good", Good), Write("faulty", Good.Replace("content", "quiz", StringComparison.Ordinal).Replace("\"T\"", "\"\"", StringComparison.Ordinal)),
            Path.Combine(_folder, "missing"), Write("again", Good), _folder,
        ];
        var lines = (await Assert.ThrowsAsync<Fault>(() => OutlineFiles.ReadAsync(files, default))).Message.Split('\n');
        Assert.Equal("No outline was taken, as these faults are to be mended first:", lines[0]);
        Assert.Collection(lines[1..],
            line => Assert.StartsWith($"  {files[1]}: $.title: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"  {files[1]}: $.sections[0].kind: expected one of content,", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"  {files[2]} can't be read: ", line, StringComparison.Ordinal),
            line => Assert.Equal($"  {files[3]}: $.version: {files[0]} has the same version of the same course", line),
            line => Assert.StartsWith($"  {files[4]} can't be read: ", line, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string json)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, json);
        return file;
    }
}
