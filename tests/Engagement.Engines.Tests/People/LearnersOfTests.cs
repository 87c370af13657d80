using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.People;
using Engagement.People.Enrolments;
using Engagement.People.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.People;

/// <summary>Who may see which learner: by the roster, by cohorts, and by nothing else.</summary>
public sealed class LearnersOfTests
{
    private const string Maths = "https://example.org/maths", Art = "https://example.org/art's";

    private static readonly Guid Grace = Id(90), Alan = Id(91);

    // Learners 1 to 3 are Grace's; 4 is nobody's; of 5 the roster tells no cohort; of 6 it tells nothing at all; 7 was removed.
    private static readonly Enrolment[] Roster =
    [
        New(Maths, 1, "spring", Grace), New(Maths, 2, "spring", Grace), New(Art, 3, "autumn", Grace), New(Maths, 1, "autumn", Grace),
        New(Art, 1, "spring", Alan), New(Maths, 4, "o'spring, ('x')", Guid.Empty), New(Maths, 5, "", Guid.Empty), New(Maths, 7, "spring", Grace),
        New(Maths, 7, "", Guid.Empty) with { IsRemoved = true },
    ];

    [Fact]
    public async Task A_facilitator_sees_those_they_look_after_and_those_of_their_cohorts()
    {
        using var clickHouse = await FilledAsync();
        Assert.Equal(["art 3", "maths 1", "maths 2"], await SeenAsync(clickHouse, Facilitator(Grace)));
        Assert.Equal(["art 1"], await SeenAsync(clickHouse, Facilitator(Alan)));
        Assert.Empty(await SeenAsync(clickHouse, Facilitator(Guid.Empty)));
        Assert.Empty(await SeenAsync(clickHouse, Facilitator(Id(1))));
        Assert.Equal(["maths 2"], await SeenAsync(clickHouse, Facilitator(Guid.Empty, (Maths, "spring"))));
        Assert.Equal(["art 1", "maths 2"], await SeenAsync(clickHouse, Facilitator(Alan, (Maths, "spring"))));
        Assert.Equal(["art 1", "maths 2"], await SeenAsync(clickHouse, Facilitator(Guid.Empty, ("*", "spring"))));
        Assert.Equal(["art 1", "art 3"], await SeenAsync(clickHouse, Facilitator(Guid.Empty, (Art, "*"))));
        Assert.Equal(["maths 4"], await SeenAsync(clickHouse, Facilitator(Guid.Empty, (Maths, "o'spring, ('x')"))));
        Assert.Equal(["art 1", "art 3", "maths 1", "maths 2", "maths 4", "maths 5", "maths 6", "maths 8"], await SeenAsync(clickHouse, Facilitator(Guid.Empty, ("*", "*"))));
    }

    [Fact]
    public async Task Where_the_roster_tells_no_cohort_the_one_of_the_statements_counts()
    {
        using var clickHouse = await FilledAsync();
        Assert.Equal(["maths 5", "maths 6"], await SeenAsync(clickHouse, Facilitator(Guid.Empty, (Maths, "stated"))));
        Assert.Equal(["maths 8"], await SeenAsync(clickHouse, Facilitator(Guid.Empty, (Maths, ""))));
    }

    [Theory]
    [InlineData(ViewerRoles.Designer)]
    [InlineData(ViewerRoles.Operator)]
    [InlineData(ViewerRoles.None)]
    public async Task Who_is_no_facilitator_sees_no_learner(ViewerRoles roles)
    {
        using var clickHouse = await FilledAsync();
        Assert.Empty(await SeenAsync(clickHouse, Facilitator(Grace, ("*", "*")) with { Roles = roles }));
    }

    private static async Task<ClickHouseClient> FilledAsync()
    {
        var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var identities = new Identities(clickHouse, new IdentityKey(new byte[32]), TimeProvider.System, NullLogger<Identities>.Instance);
        await new EnrolmentStore(clickHouse, identities, new ErasedLearners(clickHouse), TimeProvider.System).SaveAsync(Roster);
        await clickHouse.InsertRowsAsync("enrolments", new[] { (1, "stated"), (5, "stated"), (6, "stated"), (8, "") }
            .Select(one => new { CourseId = Maths, LearnerId = Id(one.Item1), Cohort = one.Item2, RowVersion = 1 }));
        return clickHouse;
    }

    private static async Task<List<string>> SeenAsync(ClickHouseClient clickHouse, Viewer viewer) =>
        (await clickHouse.ListAsync<Seen>($"SELECT course_id, learner_id FROM {LearnerScope.Sql}", LearnerScope.Of(viewer)))
        .ConvertAll(row => $"{(row.CourseId == Art ? "art" : "maths")} {row.LearnerId.ToByteArray()[0]}").Order(StringComparer.Ordinal).ToList();

    private static Viewer Facilitator(Guid facilitator, params (string Course, string Cohort)[] cohorts) => new(
        Guid.NewGuid(), "somebody", ViewerRoles.Facilitator, facilitator, [], [.. cohorts.Select(cohort => new CohortOfCourse(cohort.Course, cohort.Cohort))]);

    private static Enrolment New(string course, int learner, string cohort, Guid facilitator) =>
        new(course, Id(learner), cohort, facilitator, "facilitated", null, null, []);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private sealed record Seen(string CourseId, Guid LearnerId);
}
