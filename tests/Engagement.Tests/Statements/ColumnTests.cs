using Engagement.Statements;
using Engagement.Statements.Vocabulary;

namespace Engagement.Tests.Statements;

/// <summary>What a statement becomes.</summary>
public sealed class ColumnTests
{
    private const string Course = "http://adlnet.gov/expapi/activities/course";
    private const string Voided = "http://adlnet.gov/expapi/verbs/voided";
    private const string None = "00000000-0000-0000-0000-000000000000";
    private const string Object = "b3a1d5f0-0c1d-4c0e-9a39-0242ac120001";
    private const string OfContext = "a2f1d5f0-0c1d-4c0e-9a39-0242ac120002";

    [Fact]
    public void Full_statement_fills_every_column()
    {
        var v = Reading.Accepted(Sample.Full);
        Assert.Equal(("http://adlnet.gov/expapi/verbs/answered", Role.Act), (v.Verb, v.Role));
        Assert.Equal((ObjectType.Activity, "https://course.example/unit-1/question-1"), (v.ObjectType, v.ActivityId));
        Assert.Equal(("http://adlnet.gov/expapi/activities/cmi.interaction", "Question 1"), (v.ActivityType, v.ActivityName));
        Assert.Equal(SectionKind.Assessment, v.KindHint);
        Assert.Equal(("https://course.example/unit-1", "https://course.example/", "https://course.example/"), (v.Parents, v.Groupings, v.CourseId));
        Assert.Equal((90_000_000L, null as long?), (v.DurationMicros, v.ActiveMicros));
        Assert.Equal((true, false, 0.5, 5), (v.Success, v.Completion, v.ScaledScore, v.ResponseLength));
        Assert.Equal((true, true, "Example", "en-GB"), (v.HasInstructor, v.HasTeam, v.Platform, v.Language));
        Assert.Equal(new Guid("ec531277-b57b-4c15-8d91-d292c5b2b8f7"), v.Registration);
        Assert.Equal(new Guid("a2f1d5f0-0c1d-4c0e-9a39-0242ac120002"), v.RefersToId);
        var at = (new DateTime(2026, 3, 1, 10, 0, 0, 125, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / 10;
        Assert.Equal((at, (long?)at, false), (v.OccurredAtMicros, v.ClaimedAtMicros, v.ZoneAssumed));
    }

    [Fact]
    public void Broker_time_stands_in_for_a_missing_timestamp()
    {
        var v = Reading.Accepted(Sample.Least);
        Assert.Equal((Reading.BrokerTime, null as long?), (v.OccurredAtMicros, v.ClaimedAtMicros));
    }

    [Fact]
    public void Time_without_zone_is_flagged() =>
        Assert.True(Reading.Accepted(Sample.With("timestamp", "\"2026-03-01T10:00:00\"")).ZoneAssumed);

    [Fact]
    public void Time_without_zone_is_refused_where_the_setting_says_so() => Reading.Rejected(
        Sample.With("timestamp", "\"2026-03-01T10:00:00\""), Rules.Timestamp, "$.timestamp", new ReadingOptions { AllowZonelessTimes = false });

    [Theory]
    [InlineData("grouping", "x:site", "parent", "x:page", "x:site")]
    [InlineData("other", "x:site", "parent", "x:page", "x:page")]
    [InlineData("other", "x:site", "category", "x:profile", "https://course.example/page")]
    public void Course_is_the_first_grouping_else_the_first_parent_else_the_object(string a, string idOfA, string b, string idOfB, string course) =>
        Assert.Equal(course, Reading.Accepted(Sample.With(
            "context", $$"""{"contextActivities": {"{{a}}": [{"id": "{{idOfA}}"}, {"id": "x:more"}], "{{b}}": {"id": "{{idOfB}}"} } }""", Sample.Least)).CourseId);

    [Theory]
    [InlineData("parent")]
    [InlineData("grouping")]
    public void Course_is_what_is_typed_as_one_before_all_else(string key) =>
        Assert.Equal("x:course", Reading.Accepted(Sample.With(
            "context", $$"""{"contextActivities": {"{{key}}": [{"id": "x:unit"}, {"id": "x:course", "definition": {"type": "{{Course}}"} }], "category": []} }""", Sample.Least)).CourseId);

    [Theory]
    [InlineData("""[{"id": "x:winter", "definition": {"type": "COHORT"}}]""", "x:winter")]
    [InlineData("""{"id": "x:winter", "definition": {"name": {"en": "Ann's group"}, "type": "COHORT"}}""", "x:winter")]
    [InlineData("""[{"id": "x:profile"}, {"id": "x:w\u00efnter", "definition": {"type": "COHORT"}}, {"id": "x:spring", "definition": {"type": "COHORT"}}]""", "x:wïnter")]
    [InlineData("""[{"id": "x:winter"}]""", "")]
    [InlineData("""[{"id": "x:winter", "definition": {"name": {"en": "Cohort"}, "type": "x:cohort"}}]""", "")]
    [InlineData("[]", "")]
    public void Cohort_is_the_first_category_that_is_typed_as_one(string categories, string cohort) => Assert.Equal(cohort, Reading.Accepted(Sample.With(
        "context contextActivities category", categories.Replace("COHORT", Profile.Cohort, StringComparison.Ordinal))).Cohort);

    [Theory]
    [InlineData("parent")]
    [InlineData("grouping")]
    [InlineData("other")]
    public void Cohort_is_looked_for_among_the_categories_only(string key) => Assert.Equal("", Reading.Accepted(Sample.With(
        "context contextActivities " + key, $$"""[{"id": "x:winter", "definition": {"type": "{{Profile.Cohort}}"} }]""")).Cohort);

    [Theory]
    [InlineData("x:replied", true, true, Object)]
    [InlineData("x:replied", true, false, Object)]
    [InlineData("x:replied", false, true, OfContext)]
    [InlineData("x:replied", false, false, None)]
    [InlineData(Voided, true, true, OfContext)]
    [InlineData(Voided, true, false, None)]
    public void Statement_is_about_its_object_else_about_what_its_context_names(string verb, bool inObject, bool inContext, string expected)
    {
        var message = Sample.With("verb id", $"\"{verb}\"", Sample.Least);
        if (inObject) message = Sample.With("object", Reference(Object), message);
        if (inContext) message = Sample.With("context", $$"""{"statement": {{Reference(OfContext)}} }""", message);
        var v = Reading.Accepted(message);
        Assert.Equal(new Guid(expected), v.RefersToId);
        Assert.Equal(new Guid(verb == Voided ? Object : None), v.VoidedId);
    }

    [Fact]
    public void Escapes_in_ids_are_resolved()
    {
        var message = Sample.Least.Replace("\"verb\"", """ "context": {"contextActivities": {"parent": [{"id": "x:a"}, {"id": "x:\u00e9"}, {"id": "x:b"}]}}, "verb" """, StringComparison.Ordinal);
        Assert.Equal("x:a x:é x:b", Reading.Accepted(message).Parents);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("é", 1)]
    [InlineData("😀", 2)]
    public void Response_is_kept_as_its_length(string text, int length) =>
        Assert.Equal(length, Reading.Accepted(Sample.With("result response", System.Text.Json.JsonSerializer.Serialize(text))).ResponseLength);

    [Theory]
    [InlineData("12.5", 12_500_000L)]
    [InlineData("0", 0L)]
    [InlineData("-1", null)]
    [InlineData("\"12\"", null)]
    [InlineData("1e300", null)]
    [InlineData("null", null)]
    public void Active_seconds_are_taken_where_they_are_a_number(string json, long? micros) =>
        Assert.Equal(micros, Reading.Accepted(Sample.With("result extensions", $$"""{"{{Profile.ActiveSeconds}}": {{json}}}""")).ActiveMicros);

    [Theory]
    [InlineData("https://w3id.org/xapi/cmi5/context/extensions/sessionid", "\"s-1\"", "s-1")]
    [InlineData("http://id.tincanapi.com/extension/attempt-id", "7", "7")]
    [InlineData("x:other", "\"s-1\"", "")]
    public void Attempt_is_read_from_known_extensions(string key, string json, string attempt) =>
        Assert.Equal(attempt, Reading.Accepted(Sample.With("context extensions", $$"""{"{{key}}": {{json}}}""")).AttemptId);

    [Fact]
    public void Title_is_English_where_it_can_be_whatever_the_order()
    {
        foreach (var name in new[] { """{"de": "Drei", "en-US": "Three"}""", """{"en-US": "Three", "de": "Drei"}""" })
            Assert.Equal("Three", Reading.Accepted(Sample.With("object definition name", name)).ActivityName);
    }

    [Theory]
    [InlineData("http://id.tincanapi.com/activitytype/forum-topic")]
    [InlineData("x:unheard-of")]
    public void Title_of_what_learners_make_is_not_kept(string type) =>
        Assert.Equal("", Reading.Accepted(Sample.With("object definition type", $"\"{type}\"")).ActivityName);

    [Fact]
    public void Nothing_of_a_sub_statement_becomes_a_column()
    {
        var v = Reading.Accepted(Sample.With("object", """
            {"objectType": "SubStatement", "actor": {"mbox": "mailto:a@b.c"}, "verb": {"id": "x:v"},
             "object": {"id": "x:o", "definition": {"extensions": {"https://w3id.org/xapi/engagement/extensions/active-seconds": 5}}},
             "result": {"success": true, "duration": "PT1S", "response": "x"}, "context": {"platform": "P"}}
            """, Sample.Least));
        Assert.Equal(ObjectType.SubStatement, v.ObjectType);
        Assert.Equal(Reading.Accepted(Sample.Least) with
        {
            Id = v.Id, ContentHash = v.ContentHash, ObjectType = ObjectType.SubStatement, ActivityId = "", CourseId = "",
        }, v);
    }
    private static string Reference(string id) => $$"""{"objectType": "StatementRef", "id": "{{id}}"}""";
}
