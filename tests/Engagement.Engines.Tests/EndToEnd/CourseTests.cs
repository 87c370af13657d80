using System.Text;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement course</c>: a designer's way from a draft to an outline in force.</summary>
public sealed class CourseTests
{
    private const string Course = "https://example.org/courses/feedback";

    [Fact]
    public async Task A_draft_is_corrected_imported_and_shown()
    {
        using var folder = new TemporaryFolder();
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.StoreAsync([Seen(1, 0, "/intro"), Seen(1, 60, "/quiz"), Seen(2, 0, "/intro")]);
        await new MetricsRun(clickHouse, Options.Create(new MetricsOptions())).RunAsync();
        var file = folder.File("outline.json");

        Assert.Contains("inferred from 2 learners' statements: not declared by anybody", await DoneAsync(clickHouse, "show", Course), StringComparison.Ordinal);
        Assert.Contains($"./engagement course import {file}", await DoneAsync(clickHouse, "draft", Course, "--out", file), StringComparison.Ordinal);
        var draft = await File.ReadAllTextAsync(file);
        Assert.Equal(draft, await DoneAsync(clickHouse, "show", Course, "--json"));
        Assert.Equal(["intro", "quiz"], CourseOutline.Parse(Encoding.UTF8.GetBytes(draft)).Outline!.Sections.Select(section => section.Title));

        await File.WriteAllTextAsync(file, "kept");
        Assert.Contains("--force overwrites", await FailedAsync(clickHouse, "draft", Course, "--out", file), StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(file));
        await DoneAsync(clickHouse, "draft", Course, "--out", file, "--force");
        Assert.Equal(draft, await File.ReadAllTextAsync(file));

        // Two faults in a second file: the first, which is fine, is not taken either.
        var corrected = folder.Write("corrected.json", draft.Replace("\"draft\"", "\"2026-03-01\"", StringComparison.Ordinal));
        var faulty = folder.Write("faulty.json", draft.Replace("\"content\"", "\"quiz\"", StringComparison.Ordinal));
        var faults = await FailedAsync(clickHouse, "import", corrected, faulty);
        Assert.Contains($"{faulty}: $.sections[0].kind: ", faults, StringComparison.Ordinal);
        Assert.Contains($"{faulty}: $.sections[1].kind: ", faults, StringComparison.Ordinal);
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM course_outlines FINAL WHERE origin = 'declared'"));

        var later = folder.Write("later.json", draft.Replace("\"draft\"", "\"2026-04-01\"", StringComparison.Ordinal));
        Assert.StartsWith($"""
            {Course}, version 2026-03-01: a new version, 2 sections; in force until 2026-04-01 00:00 UTC
            {Course}, version 2026-04-01: a new version, 2 sections; in force from 2026-04-01 00:00 UTC

            """, await DoneAsync(clickHouse, "import", corrected, later), StringComparison.Ordinal);
        Assert.Contains("was there already, nothing changes", await DoneAsync(clickHouse, "import", later), StringComparison.Ordinal);
        folder.Write("later.json", draft.Replace("\"draft\"", "\"2026-04-01\"", StringComparison.Ordinal).Replace("\"intro\"", "\"Welcome\"", StringComparison.Ordinal));
        Assert.Contains("replaces what this version was", await DoneAsync(clickHouse, "import", later), StringComparison.Ordinal);

        var shown = await DoneAsync(clickHouse, "show", Course);
        Assert.Contains("Welcome", shown, StringComparison.Ordinal);
        Assert.Matches("in force +from 2026-04-01 00:00 UTC", shown);
        Assert.Matches("(?m)^ *2026-03-01 +2026-03-01 00:00 ", shown);
        Assert.Matches("(?m)^ *→ +2026-04-01 +2026-04-01 00:00 ", shown);
        var march = (await File.ReadAllTextAsync(corrected)).TrimEnd();
        Assert.Equal(march, (await DoneAsync(clickHouse, "show", Course, "--json", "--at", "2026-03-15")).TrimEnd());
        Assert.Equal(march, (await DoneAsync(clickHouse, "show", Course, "--json", "--version", "2026-03-01")).TrimEnd());
        Assert.Contains("\n  2026-03-01\n  2026-04-01", await FailedAsync(clickHouse, "show", Course, "--version", "v1"), StringComparison.Ordinal);
        Assert.Contains($"course show {Course} --json", await FailedAsync(clickHouse, "draft", Course, "--out", folder.File("no")), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("no")));
    }

    [Fact]
    public async Task Courses_are_listed_and_one_that_is_not_known_is_told_with_those_near_it()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        Assert.Contains("There is no outline yet", await DoneAsync(clickHouse, "show"), StringComparison.Ordinal);
        var store = new OutlineStore(clickHouse, TimeProvider.System);
        var section = new OutlineSection("s", "S", "content", [Course + "/s"], null, null, null, null, null, null);
        await store.SaveAsync(new CourseOutline(Course, "Feedback that helps", "2026-03-01", "unknown", [section]), DateTimeOffset.UnixEpoch);
        await store.SaveAsync(new CourseOutline("https://example.org/courses/maths", "Fractions", "v1", "unknown", [section]), DateTimeOffset.UnixEpoch);

        var list = await DoneAsync(clickHouse, "show");
        Assert.Contains("Feedback that helps", list, StringComparison.Ordinal);
        Assert.Contains("https://example.org/courses/maths", list, StringComparison.Ordinal);
        Assert.Equal($"engagement: There is no outline of FEEDBACK/. Near it:\n  {Course} (Feedback that helps)\n", await FailedAsync(clickHouse, "show", "FEEDBACK/"));
        Assert.Equal("engagement: There is no outline of other. './engagement course show' lists the courses that have one.\n", await FailedAsync(clickHouse, "draft", "other"));
        Assert.Contains("name it", await FailedAsync(clickHouse, "show", "--json"), StringComparison.Ordinal);
    }

    private static async Task<string> DoneAsync(ClickHouseClient clickHouse, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(clickHouse, arguments);
        Assert.True(code == 0, errors);
        return output;
    }

    private static async Task<string> FailedAsync(ClickHouseClient clickHouse, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(clickHouse, arguments);
        Assert.Equal((1, ""), (code, output));
        return errors;
    }

    // Over the tests' own engine, so that a run costs no start of one.
    private static Task<(int Code, string Output, string Errors)> RunAsync(ClickHouseClient clickHouse, string[] arguments) => EngagementProcess.RunAsync(
        new Dictionary<string, string> { ["ClickHouse__Url"] = clickHouse.Url.ToString(), ["ClickHouse__Database"] = clickHouse.Database }, ["course", .. arguments]);

    private static ReferenceStatement Seen(int learner, int second, string page) => new()
    {
        Id = Guid.NewGuid(), Learner = new Guid(learner, 0, 0, new byte[8]), Course = Course, Groupings = [Course],
        Verb = "http://adlnet.gov/expapi/verbs/experienced", Role = "enter", Activity = Course + page,
        At = 1_767_600_000_000_000 + (second * 1_000_000L), StoredAt = 1_767_600_000_000_000,
    };
}
