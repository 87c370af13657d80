using Engagement.Metrics.Explanations;

namespace Engagement.Tests.Metrics.Explanations;

/// <summary>What is stored is made wrong in one place each: that is said, and nothing is pretended.</summary>
public class DifferenceTests
{
    private static readonly Story Example = StatusTests.WorkedExample(withAnswer: false);

    public static TheoryData<string, Func<LearnerRecord, LearnerRecord>> Changes => new()
    {
        { "visit 1 of S1: its lines give 240 s, not 241 s", r => Visit(r, "S1", v => v with { SecondsLow = 241, SecondsHigh = 241 }) },
        { "visit 1 of S1: its gaps add up to 240 s, not 239 s", r => Visit(r, "S1", v => v with { EndedAt = v.EndedAt.AddSeconds(-1) }) },
        { "visit 1 of S1: its statements are not the ones it was made of", r => Visit(r, "S1", v => v with { Statements = 3 }) },
        { "visit 4 of S4: whether it is open-ended, declared or clipped is not what its lines say", r => Visit(r, "S4", v => v with { IsOpen = false }) },
        { "visit 2 of S2: its responses are not those of its lines", r => Visit(r, "S2", v => v with { Responses = 1 }) },
        { "visit 1 of S1: its statements are not the ones it was made of", r => r with { Statements = [.. r.Statements.Where(s => s.Role != "pulse")] } },
        { "visit 1 of S1: a gap or an exit within it should have ended it", r => Statement(r, "enter", s => s with { Role = "exit" }) },
        { "visit 3 of S3: its lines give 50 s, not 40 s", r => Statement(r, "exit", s => s with { DeclaredSeconds = 50 }) },
        { "S2: its visits add up to 12 s, not 13 s", r => Section(r, "S2", s => s with { SecondsLow = 13, SecondsHigh = 13 }) },
        { "S2: 2 visits counted, 1 stored", r => Section(r, "S2", s => s with { Visits = 2 }) },
        { "S2: its open-ended, declared or clipped visits are not those that are there", r => Section(r, "S2", s => s with { ClippedVisits = 1 }) },
        { "S2: its responses are not those of its visits", r => Section(r, "S2", s => s with { Responses = 1 }) },
        { "S2: it was first or last seen at another time than its visits", r => Section(r, "S2", s => s with { LastAt = Story.At(241) }) },
        { "S2: the figures give rushed, not jumped", r => Section(r, "S2", s => s with { Status = "jumped" }) },
        { "S1: it became engaged at another time than its visits say", r => Section(r, "S1", s => s with { EngagedAt = Story.At(90) }) },
        { "S4: the outline's floor is 30 s now", r => Section(r, "S4", s => s with { FloorSeconds = 31 }) },
        { "visit 1 of S1: the outline has no such section any more", r => r with { Outlines = [] } },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void A_number_that_does_not_follow_is_named_first(string what, Func<LearnerRecord, LearnerRecord> change)
    {
        Assert.Empty(Example.Explained().Differences);
        Assert.Equal(what, Example.Explained(change).Differences[0].What);
    }

    [Fact]
    public void Two_visits_that_should_be_one_are_told()
    {
        var story = new Story();
        story.Visits("S1", [story.Says(0, "experienced", "enter", "s1")], low: 30, tail: 30);
        story.Visits("S1", [story.Says(30, "experienced", "enter", "s1")], low: 0, high: 300);
        Assert.Equal("visit 1 of S1: the next visit should belong to it", story.Explained().Differences[0].What);
    }

    [Fact]
    public void A_statement_that_came_since_is_told_as_pending_and_breaks_the_gap_before_it()
    {
        var story = StatusTests.WorkedExample(withAnswer: false);
        story.Says(241, "answered", "act", "s2");
        var told = story.Explained(record => record with { IsPending = true });
        Assert.True(told.IsPending);
        Assert.Equal("in no section, or not in the numbers yet", told.Lines[3].Why);
        Assert.Equal("visit 2 of S2: its gaps add up to 1 s, not 12 s", told.Differences[0].What);
        Assert.Equal("S2", told.Differences[0].SectionId);
        Assert.Empty(told.About("S4").Differences);
    }

    [Fact]
    public void Rows_of_two_runs_are_being_replaced()
    {
        Assert.False(Example.Explained().IsPending);
        Assert.True(Example.Explained(record => Visit(record, "S4", v => v with { RowVersion = 2 })).IsPending);
    }

    private static LearnerRecord Visit(LearnerRecord record, string section, Func<StoredVisit, StoredVisit> change) =>
        record with { Visits = [.. record.Visits.Select(visit => visit.SectionId == section ? change(visit) : visit)] };

    private static LearnerRecord Section(LearnerRecord record, string section, Func<StoredSection, StoredSection> change) =>
        record with { Sections = [.. record.Sections.Select(stored => stored.SectionId == section ? change(stored) : stored)] };

    // Those of a role.
    private static LearnerRecord Statement(LearnerRecord record, string role, Func<StoredStatement, StoredStatement> change) =>
        record with { Statements = [.. record.Statements.Select(s => s.Role == role ? change(s) : s)] };
}
