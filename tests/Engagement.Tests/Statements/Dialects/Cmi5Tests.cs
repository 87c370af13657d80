using Engagement.Statements;

namespace Engagement.Tests.Statements.Dialects;

/// <summary>Statements as cmi5 defines them: an activity the LMS named, the publisher's name for it as grouping, a session.</summary>
public sealed class Cmi5Tests
{
    private const string Unit = "https://lms.example.org/au/8841";
    private const string Publisher = "https://publisher.example.com/bees/unit-1";

    [Theory]
    [InlineData("http://adlnet.gov/expapi/verbs/launched", Role.Enter)]
    [InlineData("http://adlnet.gov/expapi/verbs/initialized", Role.Enter)]
    [InlineData("http://adlnet.gov/expapi/verbs/completed", Role.Act)]
    [InlineData("http://adlnet.gov/expapi/verbs/passed", Role.Act)]
    [InlineData("http://adlnet.gov/expapi/verbs/failed", Role.Act)]
    [InlineData("http://adlnet.gov/expapi/verbs/terminated", Role.Exit)]
    [InlineData("https://w3id.org/xapi/adl/verbs/abandoned", Role.Exit)]
    [InlineData("https://w3id.org/xapi/adl/verbs/waived", Role.Course)]
    [InlineData("https://w3id.org/xapi/adl/verbs/satisfied", Role.Course)]
    public void Defined_verb_has_its_role_and_its_session(string verb, Role role)
    {
        var v = Read(verb);
        Assert.Equal((role, "s-77", new Guid("7e0b1c1c-6a4f-4a9e-9d5e-0c8b6f1f2a11")), (v.Role, v.AttemptId, v.Registration));
        Assert.Equal((Unit, Publisher, Publisher), (v.ActivityId, v.Groupings, v.CourseId));
    }

    [Fact]
    public void Session_ends_with_its_time()
    {
        var v = Read("http://adlnet.gov/expapi/verbs/terminated", """, "result": {"duration": "PT30M41.5S"}""");
        Assert.Equal(1_841_500_000L, v.DurationMicros);
    }

    [Fact]
    public void Pass_carries_its_score()
    {
        var v = Read("http://adlnet.gov/expapi/verbs/passed", """, "result": {"success": true, "score": {"scaled": 0.92}, "duration": "PT9M"}""");
        Assert.Equal((0.92, true, 540_000_000L), (v.ScaledScore, v.Success, v.DurationMicros));
    }

    [Fact]
    public void Progress_of_a_unit_is_a_pulse() =>
        Assert.Equal(Role.Pulse, Read("http://adlnet.gov/expapi/verbs/progressed", """, "result": {"extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 40}}""").Role);

    [Fact]
    public void Block_is_part_of_a_course_and_a_course_is_none()
    {
        Assert.Equal(SectionKind.Content, Read("https://w3id.org/xapi/adl/verbs/satisfied", definition: """, "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/block"}""").KindHint);
        Assert.Equal(SectionKind.Unknown, Read("https://w3id.org/xapi/adl/verbs/satisfied", definition: """, "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}""").KindHint);
    }

    private static Verdict Read(string verb, string result = "", string definition = "") => Reading.Accepted($$$"""
        {"id": "5d0c8f8e-6a55-4e02-9f39-1b0d9d1c0001", "timestamp": "2026-03-01T10:00:00.000Z",
         "actor": {"objectType": "Agent", "account": {"homePage": "https://lms.example.org", "name": "9041"} },
         "verb": {"id": "{{{verb}}}", "display": {"en": "done"} },
         "object": {"objectType": "Activity", "id": "{{{Unit}}}"{{{definition}}} } {{{result}}},
         "context": {"registration": "7e0b1c1c-6a4f-4a9e-9d5e-0c8b6f1f2a11", "contextActivities": {
             "category": [{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}], "grouping": [{"id": "{{{Publisher}}}"}]},
           "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-77"} } }
        """);
}
