using Engagement.Statements;

namespace Engagement.Tests.Statements.Dialects;

/// <summary>Statements in the shape of event-routing-backends.</summary>
public sealed class OpenEdxTests
{
    private const string Course = "https://learn.example.org/course/course-v1:Acme+Bees+2026";
    private const string Block = "https://learn.example.org/xblock/block-v1:Acme+Bees+2026+";
    private const string Resource = "http://id.tincanapi.com/activitytype/resource";
    private const string Interaction = "http://adlnet.gov/expapi/activities/cmi.interaction";

    [Fact]
    public void Turning_a_page_enters_the_subsection()
    {
        var v = Read("https://w3id.org/xapi/dod-isd/verbs/navigated", Block + "type@sequential+block@5f", Resource,
            extensions: """, "http://id.tincanapi.com/extension/ending-point": "next unit", "http://id.tincanapi.com/extension/starting-position": 2""");
        Assert.Equal((Role.Enter, Course, Course, ""), (v.Role, v.CourseId, v.Parents, v.Groupings));
        Assert.Equal((Block + "type@sequential+block@5f", SectionKind.Content, "f00d"), (v.ActivityId, v.KindHint, v.AttemptId));
    }

    [Theory]
    [InlineData("problem", SectionKind.Assessment)]
    [InlineData("drag-and-drop-v2", SectionKind.TryIt)]
    [InlineData("poll", SectionKind.ThinkAbout)]
    [InlineData("discussion", SectionKind.Discussion)]
    [InlineData("html", SectionKind.Content)]
    [InlineData("never_heard_of", SectionKind.Unknown)]
    public void Completion_of_a_block_is_a_pulse_of_the_blocks_kind(string type, SectionKind kind)
    {
        var v = Read("http://adlnet.gov/expapi/verbs/progressed", $"{Block}type@{type}+block@a1", Resource,
            result: """, "result": {"completion": true, "extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 100}}""");
        Assert.Equal((Role.Pulse, kind, true), (v.Role, v.KindHint, v.Completion));
    }

    [Fact]
    public void Evaluated_is_the_learners_own_answer()
    {
        var v = Read("https://w3id.org/xapi/acrossx/verbs/evaluated", Block + "type@problem+block@a1", Interaction,
            result: """, "result": {"score": {"scaled": 0.75, "raw": 3, "min": 0, "max": 4}, "success": false, "response": "[\"bees\"]"}""");
        Assert.Equal((Role.Act, SectionKind.Assessment, 0.75, false, 8), (v.Role, v.KindHint, v.ScaledScore, v.Success, v.ResponseLength));
    }

    [Fact]
    public void Evaluated_by_anybody_else_is_feedback() =>
        Assert.Equal(Role.Feedback, Reading.Accepted(Sample.With("verb id", "\"https://w3id.org/xapi/acrossx/verbs/evaluated\"")).Role);

    [Theory]
    [InlineData("https://learn.example.org/xblock/block-v1:Acme+Bees+2026+type@problem+block@a1")]
    [InlineData("https://learn.example.org/xblock/block-v1:Acme+Bees+2026+type@problem+block@a1/hint/2")]
    [InlineData("https://learn.example.org/xblock/block-v1:Acme+Bees+2026+type@problem+block@a1/answer")]
    [InlineData("https://learn.example.org/courses/course-v1:Acme+Bees+2026/jump_to/block-v1:Acme+Bees+2026+type@problem+block@a1")]
    [InlineData("block-v1:Acme+Bees+2026+type@problem+block@a1")]
    public void One_block_is_one_activity_however_it_is_named(string id)
    {
        var v = Read("http://adlnet.gov/expapi/verbs/asked", id, "http://id.tincanapi.com/activitytype/solution");
        Assert.Equal((Role.Ask, Block + "type@problem+block@a1", SectionKind.Assessment), (v.Role, v.ActivityId, v.KindHint));
    }

    [Fact]
    public void Block_of_a_custom_course_keeps_its_own_key()
    {
        const string Id = "https://learn.example.org/xblock/ccx-block-v1:Acme+Bees+2026+ccx@1+type@video+block@b2";
        Assert.Equal(Id, Read("https://w3id.org/xapi/video/verbs/played", Id, "https://w3id.org/xapi/video/activity-type/video").ActivityId);
    }

    [Fact]
    public void Part_of_a_problem_belongs_to_the_problem()
    {
        var v = Reading.Accepted($$$"""
            {{{Start("https://w3id.org/xapi/acrossx/verbs/evaluated")}}},
             "object": {"id": "{{{Block}}}type@problem+block@a1_2_1", "definition": {"type": "{{{Interaction}}}", "interactionType": "choice"} },
             "context": {"contextActivities": {
               "parent": [{"id": "{{{Block}}}type@problem+block@a1", "definition": {"type": "{{{Interaction}}}"} }],
               "grouping": [{"id": "{{{Course}}}", "definition": {"type": "http://adlnet.gov/expapi/activities/course"} }]},
               "extensions": {"https://w3id.org/xapi/openedx/extension/transformer-version": "event-routing-backends@9"} } }
            """);
        Assert.Equal((Block + "type@problem+block@a1_2_1", Block + "type@problem+block@a1", Course), (v.ActivityId, v.Parents, v.CourseId));
    }

    [Fact]
    public void Position_in_a_video_is_no_time_of_the_learner()
    {
        var v = Read("https://w3id.org/xapi/video/verbs/paused", Block + "type@video+block@b2", "https://w3id.org/xapi/video/activity-type/video",
            result: """, "result": {"extensions": {"https://w3id.org/xapi/video/extensions/time": 512.4}}""",
            extensions: """, "https://w3id.org/xapi/video/extensions/length": 700""");
        Assert.Equal((Role.Touch, null as long?, null as long?), (v.Role, v.DurationMicros, v.ActiveMicros));
    }

    [Fact]
    public void Length_of_a_completed_video_is_no_time_of_the_learner()
    {
        var v = Read("http://adlnet.gov/expapi/verbs/completed", Block + "type@video+block@b2", "https://w3id.org/xapi/video/activity-type/video",
            result: """, "result": {"completion": true, "duration": "PT03M15S", "extensions": {"https://w3id.org/xapi/video/extensions/time": 195.0} }""");
        Assert.Equal((Role.Act, true, null as long?), (v.Role, v.Completion, v.DurationMicros));
    }

    [Fact]
    public void Title_of_a_thread_is_its_writers()
    {
        var v = Read("https://w3id.org/xapi/acrossx/verbs/posted", "https://learn.example.org/api/discussion/v1/threads/7c",
            "http://id.tincanapi.com/activitytype/discussion", name: "My bees are gone");
        Assert.Equal((Role.Act, SectionKind.Discussion, ""), (v.Role, v.KindHint, v.ActivityName));
    }

    [Fact]
    public void Exam_whose_attempt_is_a_bare_uuid_is_refused_at_that_place() => Reading.Rejected(
        $$"""
        {{Start("http://adlnet.gov/expapi/verbs/initialized")}},
         "object": {"id": "block-v1:Acme+Bees+2026+type@sequential+block@e1", "definition": {"type": "https://w3id.org/xapi/openedx/activity/timed-assessment"} },
         "context": {"contextActivities": {"grouping": [{"id": "1F0E6E58-4C80-4D7A-9F8E-2F3D8C1A7B60"}]} } }
        """, Rules.Iri, "$.context.contextActivities.grouping[0].id");

    [Fact]
    public void Problem_of_several_questions_is_refused_for_an_object_type_that_xAPI_does_not_have()
    {
        var problem = $$"""{"objectType": "GroupActivity", "id": "{{Block}}type@problem+block@a1"}""";
        var evaluated = Start("https://w3id.org/xapi/acrossx/verbs/evaluated");
        var summary = $$"""{{evaluated}}, "object": {{problem}} }""";
        var question = $$"""{{evaluated}}, "object": {"id": "{{Block}}type@problem+block@a1_2_1"}, "context": {"contextActivities": {"parent": [{{problem}}]} } }""";
        Assert.Equal(
            [(Rules.ObjectType, "$[0].object.objectType"), (Rules.ObjectType, "$[1].context.contextActivities.parent[0].objectType")],
            Reading.All($"[{summary},{question}]").Select(v => (v.Rule ?? "", v.Path)));
    }

    private static string Start(string verb) => $$"""
        {"actor": {"objectType": "Agent", "account": {"homePage": "https://learn.example.org", "name": "3a7c"} }, "version": "1.0.3",
         "verb": {"id": "{{verb}}", "display": {"en": "done"} }, "timestamp": "2026-03-01T10:00:00.125000+00:00"
        """;

    private static Verdict Read(string verb, string id, string type, string result = "", string extensions = "", string name = "") => Reading.Accepted($$$"""
        {{{Start(verb)}}}{{{result}}},
         "object": {"objectType": "Activity", "id": "{{{id}}}", "definition": {"name": {"en": "{{{name}}}"}, "type": "{{{type}}}"} },
         "context": {"contextActivities": {"parent": [{"id": "{{{Course}}}", "objectType": "Activity",
             "definition": {"name": {"en-US": "Bees"}, "type": "http://adlnet.gov/expapi/activities/course"} }]},
           "extensions": {"https://w3id.org/xapi/openedx/extension/transformer-version": "event-routing-backends@9.3.5",
             "https://w3id.org/xapi/openedx/extensions/session-id": "f00d"{{{extensions}}} } } }
        """);
}
