using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.People.Identity;
using Engagement.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement people</c>.</summary>
public sealed class PeopleTests
{
    private const string IdentityKey = "an identity key of tests, as text";

    [Fact]
    public async Task Good_rows_are_taken_and_bad_ones_told_by_line_without_a_name()
    {
        using var folder = new TemporaryFolder();
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var file = folder.Write("roster.csv",
            "course;learner;name;cohort;facilitator;mode;registered",
            "https://example.org/c;ada@example.org;\"Lovelace;", // a name on two lines
            "Ada\";spring;;;",
            "https://example.org/c;Mary Somerville;Mary Somerville;spring;;often;2026-01-12",
            "https://example.org/c;mary@example.org;Mary Somerville;spring;grace@example.org;facilitated;2026-01-12",
            "",
            "https://example.org/c;emmy@example.org",
            "https://example.org/c;emmy@example.org;Emmy Noether;;;;;Emmy Noether",
            "https://example.org/c;sofia@example.org;Sofia Kovalevskaya;autumn");
        var (code, output, errors) = await RunAsync(clickHouse, "import", file);
        Assert.Equal((1, "3 enrolments taken, 3 refused\n"), (code, output));
        Assert.Equal(
            [$"{file}, line 2: name: holds control characters", $"{file}, line 4: learner: ", $"{file}, line 4: mode: expected one of ", $"{file}, line 8: an enrolment is a JSON object"],
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => i is 1 or 2 ? line[..(line.IndexOf(i == 1 ? "no id" : "self", StringComparison.Ordinal))] : line));
        Assert.DoesNotContain("Mary", errors, StringComparison.Ordinal);

        var (_, shown, _) = await RunAsync(clickHouse, "show");
        Assert.Matches(@"https://example\.org/c\s+–\s+1\s+0\s+0\s+1\s", shown);
        Assert.Matches(@"https://example\.org/c\s+spring\s+1\s+0\s+1\s+0\s", shown);
        Assert.DoesNotContain("Mary", shown, StringComparison.Ordinal);
        Assert.Equal(["", "Mary Somerville", "Sofia Kovalevskaya"], (await PeopleAsync(clickHouse)).Select(person => person.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("is empty")]
    [InlineData("column 2 is none of: course, learner", "course,Ada Lovelace")]
    [InlineData("names a column twice", "course,learner,course")]
    public async Task A_file_that_is_no_roster_is_refused_whole(string said, params string[] lines)
    {
        using var folder = new TemporaryFolder();
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await File.WriteAllTextAsync(folder.File("roster.csv"), string.Join('\n', lines));
        var (code, output, errors) = await RunAsync(clickHouse, "import", folder.File("roster.csv"));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Lovelace", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_simulated_roster_is_taken_whole_and_a_second_time_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var file = folder.File("roster.csv");
        var (simulated, _, why) = await EngagementProcess.RunAsync("simulate", "--learners", "40", "--roster-out", file, "--out", folder.File("statements.jsonl"));
        Assert.True(simulated == 0, why);
        Assert.Equal((0, "40 enrolments taken, 0 refused\n", ""), await RunAsync(clickHouse, "import", file));
        Assert.Equal((0, "40 enrolments taken, 0 refused\n", ""), await RunAsync(clickHouse, "import", file));

        var truth = new Simulation(new() { Learners = 40 }).Truth;
        Assert.Equal("40", await clickHouse.ScalarAsync("SELECT count() FROM roster"));
        var told = truth.Learners.Select(learner => learner.Person).Concat(truth.Learners.Select(learner => learner.Facilitator).OfType<SimulatedPerson>());
        Assert.Equal(told.Select(person => person.Name).Distinct().Order(), (await PeopleAsync(clickHouse)).Select(person => person.Name).Distinct().Order());
    }

    [Fact]
    public async Task A_wrong_identity_key_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var file = folder.Write("roster.csv", "course,learner,name", "https://example.org/c,ada@example.org,Ada");
        Assert.Equal(0, (await RunAsync(clickHouse, "import", file)).Code);
        var (code, _, errors) = await RunAsync(clickHouse, "import", file, "--set", "Privacy:IdentityKey=another key of identities");
        Assert.Equal(1, code);
        Assert.Contains("Set Privacy:IdentityKey to the key it was sealed with", errors, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<Person>> PeopleAsync(ClickHouseClient clickHouse)
    {
        var ids = await clickHouse.ListAsync<Id>("SELECT DISTINCT person_id FROM people");
        var identities = new Identities(clickHouse, new IdentityKey(System.Text.Encoding.UTF8.GetBytes(IdentityKey)), TimeProvider.System, NullLogger<Identities>.Instance);
        return (await identities.ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Export), [.. ids.Select(id => id.PersonId)])).Values;
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(ClickHouseClient clickHouse, params string[] arguments) => EngagementProcess.RunAsync(
        new Dictionary<string, string>
        {
            ["ClickHouse__Url"] = clickHouse.Url.ToString(), ["ClickHouse__Database"] = clickHouse.Database,
            ["Privacy__Key"] = "a privacy key of tests", ["Privacy__IdentityKey"] = IdentityKey,
        }, ["people", .. arguments]);

    private sealed record Id(Guid PersonId);
}
