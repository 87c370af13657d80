using System.Text;
using System.Text.Json.Nodes;
using Engagement.Statements;

namespace Engagement.Tests.Statements.Caliper;

/// <summary>Events of Caliper among the statements.</summary>
public sealed class CaliperTests
{
    private const string Section = "https://lms.example.edu/courses/7/sections/1";
    private const string Page = "https://lms.example.edu/courses/7/pages/2";

    private const string Navigation = """
        {"@context": "http://purl.imsglobal.org/ctx/caliper/v1p2", "id": "urn:uuid:0c81f804-62ee-4953-81d4-62a1a7ab0f11", "type": "NavigationEvent",
         "profile": "ReadingProfile", "actor": {"id": "https://lms.example.edu/users/55", "type": "Person", "name": "Ann"}, "action": "NavigatedTo",
         "object": {"id": "https://lms.example.edu/courses/7/pages/2", "type": "WebPage", "name": "Try it: open a hive",
           "isPartOf": {"id": "https://lms.example.edu/courses/7/units/1", "type": "Chapter", "isPartOf": "https://lms.example.edu/courses/7/book"}},
         "eventTime": "2026-03-01T10:00:00.125Z", "edApp": "https://lms.example.edu",
         "group": {"id": "https://lms.example.edu/courses/7/sections/1", "type": "CourseSection", "subOrganizationOf": {"id": "https://lms.example.edu/courses/7", "type": "CourseOffering"}},
         "membership": {"id": "https://lms.example.edu/rosters/1", "type": "Membership", "roles": ["Learner"]},
         "session": {"id": "https://lms.example.edu/sessions/9f", "type": "Session", "startedAtTime": "2026-03-01T09:00:00.000Z"}}
        """;

    [Fact]
    public void Navigation_fills_the_columns_of_a_statement()
    {
        var v = Reading.Accepted(Navigation);
        Assert.Equal((new Guid("0c81f804-62ee-4953-81d4-62a1a7ab0f11"), false), (v.Id, v.IdIsDerived));
        Assert.Equal((Role.Enter, "http://purl.imsglobal.org/caliper/actions/NavigatedTo"), (v.Role, v.Verb));
        Assert.Equal((Page, "http://purl.imsglobal.org/caliper/WebPage", "Try it: open a hive", SectionKind.TryIt), (v.ActivityId, v.ActivityType, v.ActivityName, v.KindHint));
        Assert.Equal((Section, "https://lms.example.edu/courses/7/units/1 https://lms.example.edu/courses/7/book", Section + " https://lms.example.edu/courses/7"), (v.CourseId, v.Parents, v.Groupings));
        Assert.Equal("https://lms.example.edu/sessions/9f", v.AttemptId);
        var at = (new DateTime(2026, 3, 1, 10, 0, 0, 125, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / 10;
        Assert.Equal((at, (long?)at, false), (v.OccurredAtMicros, v.ClaimedAtMicros, v.ZoneAssumed));
    }

    [Fact]
    public void Actor_is_one_learner_with_the_same_openid_however_it_is_given()
    {
        var openid = Reading.Accepted(Sample.With("actor", """{"openid": "https://lms.example.edu/users/55"}""", Sample.Least));
        Assert.Equal(openid.LearnerId, Reading.Accepted(Navigation).LearnerId);
        Assert.Equal(openid.LearnerId, Reading.Accepted(Sample.With("actor", "\"https://lms.example.edu/users/55\"", Navigation)).LearnerId);
    }

    [Theory]
    [InlineData("ViewEvent", "Viewed", Role.Enter)]
    [InlineData("AssessmentItemEvent", "Started", Role.Enter)]
    [InlineData("AssessmentItemEvent", "Completed", Role.Act)]
    [InlineData("AssessmentItemEvent", "Skipped", Role.Touch)]
    [InlineData("SessionEvent", "LoggedIn", Role.Touch)]
    [InlineData("SessionEvent", "LoggedOut", Role.Exit)]
    public void Action_has_a_role(string type, string action, Role role) => Assert.Equal(role, Reading.Accepted(Event(type, action)).Role);

    [Theory]
    [InlineData("NavigationEvent", "Viewed")]
    [InlineData("ReadingEvent", "Viewed")]
    [InlineData("Person", "NavigatedTo")]
    [InlineData("navigationevent", "navigatedto")]
    [InlineData("AnEventWithANameThatIsLongerThanAnyOfThoseThatCaliperHasEverHad", "NavigatedTo")]
    public void What_is_no_event_of_Caliper_is_refused_under_a_rule_of_its_own(string type, string action) =>
        Reading.Rejected(Event(type, action), Rules.CaliperEvent, "$.type");

    [Theory]
    [InlineData("AnnotationEvent", "Highlighted")]
    [InlineData("AssessmentEvent", "Submitted")]
    [InlineData("AssignableEvent", "Activated")]
    [InlineData("Event", "Created")]
    [InlineData("FeedbackEvent", "Commented")]
    [InlineData("ForumEvent", "Subscribed")]
    [InlineData("GradeEvent", "Graded")]
    [InlineData("MediaEvent", "Paused")]
    [InlineData("MessageEvent", "Posted")]
    [InlineData("QuestionnaireEvent", "Submitted")]
    [InlineData("QuestionnaireItemEvent", "Skipped")]
    [InlineData("ResourceManagementEvent", "Published")]
    [InlineData("SearchEvent", "Searched")]
    [InlineData("SurveyEvent", "OptedIn")]
    [InlineData("SurveyInvitationEvent", "Accepted")]
    [InlineData("ThreadEvent", "MarkedAsRead")]
    [InlineData("ToolLaunchEvent", "Launched")]
    [InlineData("ToolUseEvent", "Used")]
    public void Event_that_tells_nothing_that_is_counted_is_ignored(string type, string action) =>
        Reading.Ignored(Event(type, action), IgnoreRules.UnusedEvent);

    [Theory]
    [InlineData("id", null, Rules.Required, "$.id")]
    [InlineData("actor", """{"id": "Ann"}""", Rules.Agent, "$.actor")]
    [InlineData("action", "7", Rules.Type, "$.*")]
    [InlineData("object", null, Rules.Required, "$.object")]
    [InlineData("eventTime", "\"yesterday\"", Rules.Timestamp, "$.*")]
    public void Event_that_would_be_ignored_is_refused_where_it_is_ill_formed(string member, string? json, string rule, string path) =>
        Reading.Rejected(Sample.With(member, json, Event("MediaEvent", "Paused")), rule, path);

    [Fact]
    public void Answer_tells_its_time_and_its_item()
    {
        var answer = Sample.With("object", """{"id": "https://lms.example.edu/a/1/items/3", "type": "AssessmentItem", "isPartOf": {"id": "https://lms.example.edu/a/1", "type": "Assessment"}}""", Event("AssessmentItemEvent", "Completed"));
        var v = Reading.Accepted(Sample.With("generated", """{"id": "https://lms.example.edu/r/1", "type": "Response", "duration": "PT10S", "values": ["me"]}""", answer));
        Assert.Equal((SectionKind.Assessment, 10_000_000L, "https://lms.example.edu/a/1"), (v.KindHint, v.DurationMicros, v.Parents));
    }

    [Fact]
    public void Session_that_the_software_ended_is_its_users()
    {
        var ended = Sample.With("actor", """{"id": "https://lms.example.edu", "type": "SoftwareApplication"}""", Event("SessionEvent", "TimedOut"));
        ended = Sample.With("object", """{"id": "https://lms.example.edu/sessions/9f", "type": "Session", "user": {"id": "https://lms.example.edu/users/55"} }""", ended);
        var v = Reading.Accepted(ended);
        Assert.Equal((Role.Exit, Reading.Accepted(Navigation).LearnerId), (v.Role, v.LearnerId));
    }

    [Theory]
    [InlineData("id", "\"0c81f804-62ee-4953-81d4-62a1a7ab0f11\"", Rules.Uuid, "$.id")]
    [InlineData("id", null, Rules.Required, "$.id")]
    [InlineData("actor", null, Rules.Required, "$.actor")]
    [InlineData("actor", """{"id": "Ann"}""", Rules.Agent, "$.actor")]
    [InlineData("object", """{"id": "_:b0"}""", Rules.Iri, "$.object")]
    [InlineData("object", null, Rules.Required, "$.object")]
    [InlineData("action", null, Rules.Required, "$")]
    [InlineData("eventTime", null, Rules.Required, "$")]
    [InlineData("eventTime", "\"yesterday\"", Rules.Timestamp, "$.*")]
    [InlineData("@context", "\"https://example.org/context\"", Rules.UnknownKey, "$.*")]
    public void What_the_columns_need_is_asked_for(string member, string? json, string rule, string path) =>
        Reading.Rejected(Sample.With(member, json, Navigation), rule, path);

    [Fact]
    public void Envelope_is_taken_event_by_event()
    {
        var verdicts = Reading.All($$"""
            {"sensor": "https://lms.example.edu/sensors/1", "sendTime": "2026-03-01T10:01:00.000Z", "dataVersion": "http://purl.imsglobal.org/ctx/caliper/v1p2",
             "data": [{{Navigation}}, {{Event("MediaEvent", "Paused")}}, {{Sample.Least}}]}
            """);
        Assert.Equal([(0, null), (1, IgnoreRules.UnusedEvent), (2, null)], verdicts.Select(v => (v.Index, v.Rule)));
    }

    [Fact]
    public void Envelope_without_events_is_refused() =>
        Assert.Equal(Rules.Empty, Reading.One("""{"sensor": "https://lms.example.edu/sensors/1", "data": []}""").Rule);

    [Fact]
    public void Statements_and_events_mix_in_an_array() =>
        Assert.All(Reading.All($"[{Sample.Least},{Navigation}]"), v => Assert.Null(v.Rule));

    [Fact]
    public void Any_value_in_any_place_has_a_verdict()
    {
        string[] odd = ["null", "0", "true", "\"\"", "\"x:y\"", "[]", "{}", "[[]]", """{"id": 7}""", """{"id": "x:y", "type": 1, "name": [], "isPartOf": {"id": "x:\u00e9", "isPartOf": null}}"""];
        foreach (var member in ((JsonObject)JsonNode.Parse(Navigation)!).Select(m => m.Key).Append("generated"))
            foreach (var json in odd)
                Assert.Single(Reading.All(Encoding.UTF8.GetBytes(Sample.With(member, json, Navigation))));
    }

    private static string Event(string type, string action) => Sample.With("action", $"\"{action}\"", Sample.With("type", $"\"{type}\"", Navigation));
}
