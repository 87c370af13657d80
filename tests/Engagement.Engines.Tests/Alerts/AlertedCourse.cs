using Engagement.Alerts;
using Engagement.Alerts.Changing;
using Engagement.Alerts.Keeping;
using Engagement.Alerts.Raising;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Attrition;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Alerts;

/// <summary>Rows as metrics and attrition leave them, and the worker's runs over them. The clock stands at noon of 2026-03-02 until it is moved.</summary>
internal sealed class AlertedCourse(ClickHouseClient clickHouse)
{
    public const string Course = "urn:course";
    public static readonly Guid Facilitator = new("00000000-0000-0000-0000-0000000000fa"), Account = new("00000000-0000-0000-0000-0000000000ac");

    private int _version;

    public SetTime Clock { get; } = new() { Now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero) };

    public AlertsOptions Options { get; } = new() { HoldBack = 0, WeeklyShare = 1 };

    /// <summary>Where the worker finds ClickHouse; a test may put something in between.</summary>
    public ClickHouseClient Seen { get => field ?? clickHouse; set; }

    public AlertStore Store => new(Seen);

    public AlertActions Actions => new(Seen);

    /// <summary>A worker that has just started.</summary>
    public AlertsRun NewWorker()
    {
        var (options, moment) = (Microsoft.Extensions.Options.Options.Create(Options), new CourseClock(Seen, Clock, Options.AsOf));
        return new(new ActionRun(Store, Actions, moment, Clock, options), new ClosingRun(Seen, Store, Clock), new RaisingRun(Seen, Store, Clock, options), moment, Clock, options);
    }

    public static Guid Learner(int number) => new(number, 0, 0, new byte[8]);

    public Task EnrolAsync(int learner, double lastDaysAgo = 1, string course = Course, bool hasStarted = true, double registeredDaysAgo = 30, bool hasWithdrawn = false, bool hasCompleted = false) => InsertAsync("enrolments", new()
    {
        ["learner_id"] = Learner(learner), ["course_id"] = course, ["registered_at"] = Ago(registeredDaysAgo), ["started_at"] = hasStarted ? Ago(registeredDaysAgo) : null,
        ["first_at"] = Ago(registeredDaysAgo), ["last_at"] = Ago(lastDaysAgo), ["withdrawn_at"] = hasWithdrawn ? Ago(0) : null, ["completed_at"] = hasCompleted ? Ago(0) : null,
    });

    public Task LookAfterAsync(int learner, Guid? facilitator = null, string course = Course, double registeredDaysAgo = 30) => InsertAsync("roster", new()
    {
        ["course_id"] = course, ["learner_id"] = Learner(learner), ["cohort"] = "autumn", ["facilitator_id"] = facilitator ?? Facilitator, ["registered_at"] = Ago(registeredDaysAgo),
    });

    public Task ScoreAsync(int learner, double probability, string situation = "drifting", string course = Course) => clickHouse.InsertRowsAsync("risk_scores", [new
    {
        CourseId = course, Cut = Clock.Now.ToString("yyyy-MM-dd"), LearnerId = Learner(learner), ScoredAt = Clock.Now, Situation = situation, Probability = probability, IsShown = true,
        Place = 1, Of = 10, Reasons = new[] { new { Code = "silence", Weight = 1.0, Text = "Was last there 9 days ago" } }, NextStep = "Write.",
    }]);

    public async Task<Guid> HandInAsync(int learner, double hoursAgo, string what = "submission")
    {
        var statement = Guid.NewGuid();
        await InsertAsync("contributions", new()
        {
            ["course_id"] = Course, ["learner_id"] = Learner(learner), ["statement_id"] = statement, ["what"] = what, ["section_id"] = "s", ["kind"] = "assessment", ["made_at"] = Ago(hoursAgo / 24),
        });
        return statement;
    }

    public Task AnswerAsync(Guid statement) => InsertAsync("statement_refs", new()
    {
        ["target_id"] = statement, ["statement_id"] = Guid.NewGuid(), ["learner_id"] = Guid.NewGuid(), ["role"] = "feedback", ["occurred_at"] = Ago(0),
    });

    /// <summary>Asks for a change of the newest alert of a learner, as a page would.</summary>
    public async Task<AlertAction> AskAsync(int learner, AlertChange kind, DateTimeOffset? until = null)
    {
        var alert = (await Store.PastAsync(default)).Count(past => past.LearnerId == Learner(learner)) - 1;
        var action = new AlertAction
        {
            ActionId = Guid.NewGuid(), AlertId = AlertIds.Alert(Course, Learner(learner), alert), CourseId = Course, LearnerId = Learner(learner), Account = Account, Kind = kind,
            SnoozedUntil = until, AskedAt = Clock.Now,
        };
        await Actions.AskAsync(action, default);
        return action;
    }

    public Task<string> StateAsync(int learner) => TextAsync($"SELECT argMax(state, raised_at) FROM alerts WHERE learner_id = '{Learner(learner)}'");

    public async Task<string> TextAsync(string sql) => await clickHouse.ScalarAsync(sql) ?? "";

    private Task InsertAsync(string table, Dictionary<string, object?> row)
    {
        row["row_version"] = ++_version;
        return clickHouse.InsertRowsAsync(table, [row]);
    }

    private DateTimeOffset Ago(double days) => Clock.Now.AddDays(-days);
}
