using Engagement.Courses;
using Engagement.Outlines;
using Spectre.Console;

namespace Engagement.Tests.Outlines;

public sealed class OutlineTablesTests
{
    private static readonly string Long = "https://e.org/" + string.Concat(Enumerable.Range(0, 60).Select(i => $"part{i}/"));
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void Long_ids_wrap_within_the_terminal_and_lose_no_letter(int width)
    {
        var lines = Printed(width, Version(null, Day)).Split('\n');
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, width));
        // The lines of the activity, which follow its dash, put together again.
        var first = Array.FindIndex(lines, line => line.Contains("– https:", StringComparison.Ordinal));
        var pieces = lines[first..].Select(line => line.Replace("–", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault());
        Assert.StartsWith(Long, string.Concat(pieces.TakeWhile(piece => piece is not null)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_outline_says_itself_is_told_from_what_follows_from_the_kind()
    {
        var text = Printed(200, Version(null, null));
        Assert.Contains("declared", text, StringComparison.Ordinal);
        Assert.Contains("expected 120 ", text, StringComparison.Ordinal);
        Assert.Contains("idle 300 ", text, StringComparison.Ordinal);
        Assert.Contains("floor 0.5*", text, StringComparison.Ordinal);
        Assert.Contains("required", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inferred_outline_is_marked_as_one()
    {
        var text = Printed(200, Version(null, null) with { IsInferred = true }, learners: 3);
        Assert.Contains("inferred from 3 learners' statements: not declared by anybody", text, StringComparison.Ordinal);
        Assert.Contains("course draft https://e.org/c", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-03-01", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_can_do_nothing_to_a_terminal()
    {
        var version = Version(null, null);
        Assert.DoesNotContain('\u001b', Printed(200, version with { Outline = version.Outline with { Title = "\u001b[2Jgone", Version = "\u001b[2J" } }));
    }

    [Fact]
    public void Period_is_told_in_words()
    {
        Assert.Equal("at all times", OutlinePeriod.Of(Version(null, null)));
        Assert.Equal("until 2026-03-01 00:00 UTC", OutlinePeriod.Of(Version(null, Day)));
        Assert.Equal("from 2026-03-01 00:00 UTC", OutlinePeriod.Of(Version(Day, null)));
        Assert.Equal("from 2026-03-01 00:00 until 2026-03-02 00:00 UTC", OutlinePeriod.Of(Version(Day, Day.AddDays(1))));
        Assert.Equal("never: another version has the same date", OutlinePeriod.Of(Version(Day, Day)));
    }

    private static OutlineVersion Version(DateTimeOffset? from, DateTimeOffset? until) => new(
        new CourseOutline("https://e.org/c", "A course", "2026-03-01", "facilitated",
            [new OutlineSection("s1", "A title", "content", [Long], 120, true, null, 0.5m, null, null)]),
        false, Day, Day, from, until, [new SectionLimits(300, 0.5m)]);

    private static string Printed(int width, OutlineVersion version, long learners = 0)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        OutlineTables.Print(console, version, [version], learners);
        return output.ToString();
    }
}
