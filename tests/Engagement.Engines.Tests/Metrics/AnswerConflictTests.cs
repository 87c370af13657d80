using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>What a statement says of another is what the content says that was stored first, also where that turns up last.</summary>
public class AnswerConflictTests
{
    private const string Course = "https://example.org/course";

    private static readonly Guid Ann = new("aaaaaaaa-0000-0000-0000-000000000001");
    private static readonly Guid Bob = new("bbbbbbbb-0000-0000-0000-000000000002");

    private static readonly ReferenceStatement Submission = Said(Ann, "http://activitystrea.ms/schema/1.0/submit", "act");

    private static readonly ReferenceStatement Feedback =
        Said(Bob, "https://w3id.org/xapi/acrossx/verbs/evaluated", "feedback") with { RefersTo = Submission.Id, Success = false, At = Submission.At + 60_000_000 };

    private static readonly ReferenceStatement Exit = Feedback with { Verb = "http://adlnet.gov/expapi/verbs/terminated", Role = "exit" };

    [Fact]
    public async Task Feedback_that_turns_out_to_be_no_feedback_answers_nothing() =>
        Assert.Equal("0 waiting", await FirstSeenAsync(Feedback, storedFirst: Exit));

    [Fact]
    public async Task What_turns_out_to_be_feedback_answers() =>
        Assert.Equal("1 after 60 s", await FirstSeenAsync(Exit, storedFirst: Feedback));

    [Fact]
    public async Task A_refusal_that_turns_out_to_be_a_success_accepts() =>
        Assert.Equal("1 accepted after 60 s", await FirstSeenAsync(Feedback, storedFirst: Feedback with { Success = true }));

    [Fact]
    public async Task Without_a_timestamp_the_time_of_the_first_stored_delivery_counts() =>
        Assert.Equal("1 after 30 s", await FirstSeenAsync(
            Feedback with { IsTimeless = true }, storedFirst: Feedback with { IsTimeless = true, At = Submission.At + 30_000_000 }));

    [Fact]
    public async Task A_voiding_statement_that_turns_out_to_give_feedback_on_its_target_voids_nothing() =>
        Assert.Equal("1 after 60 s", await FirstSeenAsync(
            Feedback with { Verb = "http://adlnet.gov/expapi/verbs/voided", Role = "void", Activity = "", RefersTo = default, Voids = Submission.Id },
            storedFirst: Feedback));

    private static async Task<string?> FirstSeenAsync(ReferenceStatement seen, ReferenceStatement storedFirst)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));
        await clickHouse.StoreAsync([Submission, seen]);
        await metrics.RunAsync();
        await clickHouse.ExecuteAsync("OPTIMIZE TABLE statement_refs FINAL");
        await clickHouse.StoreAsync([storedFirst with { StoredAt = seen.StoredAt - 100 }]); // by a worker whose clock is behind
        await metrics.RunAsync();
        return await clickHouse.ScalarAsync("""
            SELECT concat(feedbacks, if(accepted_at IS NULL, '', ' accepted'), if(waiting_since IS NULL, '', ' waiting'),
                ifNull(concat(' after ', toString(latency_seconds), ' s'), '')) FROM feedback
            """);
    }

    private static ReferenceStatement Said(Guid learner, string verb, string role) => new()
    {
        Id = Guid.NewGuid(), Learner = learner, Course = Course, Groupings = [Course], Verb = verb, Role = role, Activity = Course + "/a",
        At = 1_767_600_000_000_000, StoredAt = 1_767_600_000_000_000,
    };
}
