using Engagement.Statements;

namespace Engagement.Tests.Statements.Dialects;

/// <summary>Statements in the shape of Moodle's plugin logstore_xapi: no id, no timestamp, parents from the inside out.</summary>
public sealed class MoodleTests
{
    private const string Site = "https://moodle.example.org";
    private const string Course = Site + "/course/view.php?id=12";
    private const string Section = Site + "/course/section.php?id=3";
    private const string Edlm = "https://xapi.edlm/profiles/edlm-lms/concepts/";

    [Theory]
    [InlineData("/mod/page/view.php?id=7", "https://w3id.org/xapi/acrossx/activities/page", "Keeping bees", SectionKind.Content)]
    [InlineData("/mod/page/view.php?id=8", "https://w3id.org/xapi/acrossx/activities/page", "Try it: open a hive", SectionKind.TryIt)]
    [InlineData("/mod/url/view.php?id=9", "http://adlnet.gov/expapi/activities/link", "Bee atlas", SectionKind.Resource)]
    [InlineData("/mod/assign/view.php?id=10", Edlm + "activity-types/assignment", "Hive plan", SectionKind.Assessment)]
    [InlineData("/mod/lesson/view.php?pageid=2", "http://adlnet.gov/expapi/activities/lesson-content-page", "Smoke", SectionKind.Content)]
    [InlineData("/mod/forum/view.php?id=5", Edlm + "activity-types/forum", "Questions", SectionKind.Discussion)]
    public void Viewing_a_module_enters_it(string path, string type, string name, SectionKind kind)
    {
        var v = Read("http://id.tincanapi.com/verb/viewed", Site + path, type, name);
        Assert.Equal((Role.Enter, kind, name), (v.Role, v.KindHint, v.ActivityName));
        Assert.Equal((Course, $"{Section} {Course}", ""), (v.CourseId, v.Parents, v.Groupings));
        Assert.Equal((true, Reading.BrokerTime, null as long?), (v.IdIsDerived, v.OccurredAtMicros, v.ClaimedAtMicros));
    }

    [Fact]
    public void Finished_quiz_tells_its_score_and_its_time()
    {
        var v = Read("http://adlnet.gov/expapi/verbs/completed", Site + "/mod/quiz/attempt.php?attempt=4&cmid=11", "http://adlnet.gov/expapi/activities/attempt", "Quiz Attempt 1",
            """, "result": {"completion": true, "success": true, "duration": "PT272S", "score": {"min": 0.0, "max": 10.0, "raw": 8.0, "scaled": 0.8}}""");
        Assert.Equal((Role.Act, SectionKind.Assessment, 272_000_000L, 0.8, true), (v.Role, v.KindHint, v.DurationMicros, v.ScaledScore, v.Success));
    }

    [Theory]
    [InlineData("https://w3id.org/xapi/tla/verbs/scored")]
    [InlineData("http://activitystrea.ms/schema/1.0/receive")]
    public void Mark_of_an_instructor_is_no_deed_of_the_learner(string verb)
    {
        var v = Read(verb, Site + "/mod/assign/view.php?id=10#submission", Edlm + "activity-types/submission", "Hive plan Submission",
            """, "result": {"score": {"raw": 1.0, "min": 0.0, "max": 2.0}, "response": "Well done"}""",
            $$""" "instructor": {"account": {"homePage": "{{Site}}", "name": "1"} }, """);
        Assert.Equal((Role.Feedback, true, 9), (v.Role, v.HasInstructor, v.ResponseLength));
    }

    [Theory]
    [InlineData(Edlm + "verbs/enrolled")]
    [InlineData("https://w3id.org/xapi/tla/verbs/suspended")]
    [InlineData("https://w3id.org/xapi/tla/verbs/resumed")]
    [InlineData("http://activitystrea.ms/leave")]
    public void Enrolment_is_no_visit_whatever_its_verb(string verb) =>
        Assert.Equal(Role.Course, Read(verb, Course, "https://w3id.org/xapi/cmi5/activitytype/course", "Bees",
            extensions: $$""", "{{Edlm}}context-extensions/enrolment-type": "manual" """).Role);

    [Theory]
    [InlineData("https://w3id.org/xapi/tla/verbs/suspended", Role.Exit)]
    [InlineData("https://w3id.org/xapi/tla/verbs/resumed", Role.Enter)]
    public void Survey_is_put_aside_and_taken_up(string verb, Role role) =>
        Assert.Equal(role, Read(verb, Site + "/mod/questionnaire/view.php?id=6", "http://id.tincanapi.com/activitytype/survey", "Before you start").Role);

    [Fact]
    public void Joining_a_meeting_enters_it_and_joining_a_course_does_not()
    {
        const string Join = "http://activitystrea.ms/schema/1.0/join";
        Assert.Equal(Role.Enter, Read(Join, Site + "/mod/bigbluebuttonbn/view.php?id=2", "http://adlnet.gov/expapi/activities/meeting", "Office hour").Role);
        Assert.Equal(Role.Course, Read(Join, Course, "https://w3id.org/xapi/cmi5/activitytype/course", "Bees").Role);
    }

    [Fact]
    public void Title_of_a_discussion_is_its_writers()
    {
        var v = Read("http://activitystrea.ms/create", Site + "/mod/forum/discuss.php?d=1", "http://id.tincanapi.com/activitytype/discussion", "My bees are gone");
        Assert.Equal((Role.Act, SectionKind.Discussion, ""), (v.Role, v.KindHint, v.ActivityName));
    }

    private static Verdict Read(string verb, string id, string type, string name, string result = "", string context = "", string extensions = "") => Reading.Accepted($$$"""
        {"actor": {"name": "Ann", "account": {"homePage": "{{{Site}}}", "name": "41"} }, "verb": {"id": "{{{verb}}}", "display": {"en": "Done"} },
         "object": {"objectType": "Activity", "id": "{{{id}}}", "definition": {"name": {"en": "{{{name}}}"}, "type": "{{{type}}}"} } {{{result}}},
         "context": { {{{context}}}"language": "en", "contextActivities": {
             "category": [{"id": "{{{Site}}}", "definition": {"type": "http://id.tincanapi.com/activitytype/lms"} }],
             "parent": [
               {"id": "{{{Section}}}", "definition": {"name": {"en": "Week 1"}, "type": "http://id.tincanapi.com/activitytype/section"} },
               {"id": "{{{Course}}}", "definition": {"name": {"en": "Bees"}, "type": "https://w3id.org/xapi/cmi5/activitytype/course"} }]},
           "extensions": {"http://lrs.learninglocker.net/define/extensions/info": {"event_name": "\\mod_x\\event\\y"} {{{extensions}}} } } }
        """);
}
