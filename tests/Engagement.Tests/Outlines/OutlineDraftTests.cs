using Engagement.Courses;
using Engagement.Hosting;
using Engagement.Outlines;

namespace Engagement.Tests.Outlines;

public sealed class OutlineDraftTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engagement-test-").FullName;

    private string File => Path.Combine(_folder, "outline.json");

    [Fact]
    public void A_draft_is_a_file_that_can_be_imported_and_what_to_do_next_is_said()
    {
        var said = Written(Draft("https://e.org/a"), learners: 1);
        Assert.True(CourseOutline.Parse(System.IO.File.ReadAllBytes(File)).IsValid);
        Assert.StartsWith($"{File}: 1 section of https://e.org/c, inferred from 1 learner's statements: not declared by anybody\n", said, StringComparison.Ordinal);
        Assert.Contains($"./engagement course import {File}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("can't be imported", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_be_corrected_first_is_listed() => Assert.EndsWith(
        "It can't be imported before this is corrected:\n  $.sections[0].activities[0]: a * stands for \"anything that follows\" and may only be the last character\n",
        Written(Draft("https://e.org/*/a"), learners: 2), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_there_is_kept_unless_it_may_go()
    {
        System.IO.File.WriteAllText(File, "kept");
        Assert.Contains("--force", Assert.Throws<Fault>(() => Written(Draft("https://e.org/a"), learners: 1)).Message, StringComparison.Ordinal);
        Assert.Equal("kept", System.IO.File.ReadAllText(File));
        Written(Draft("https://e.org/a"), learners: 1, overwrite: true);
        Assert.True(CourseOutline.Parse(System.IO.File.ReadAllBytes(File)).IsValid);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(OutlineVersion draft, long learners, bool overwrite = false)
    {
        using var output = new StringWriter { NewLine = "\n" };
        OutlineDraft.Write(draft, learners, File, overwrite, output);
        return output.ToString();
    }

    private static OutlineVersion Draft(string activity) => new(
        new CourseOutline("https://e.org/c", "C", OutlineVersion.DraftVersion, "unknown",
            [new OutlineSection(activity, "A", "content", [activity], null, null, null, null, null, null)]),
        true, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, null, [new SectionLimits(300, 10)]);
}
