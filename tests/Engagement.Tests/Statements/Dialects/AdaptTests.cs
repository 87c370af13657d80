using Engagement.Statements;

namespace Engagement.Tests.Statements.Dialects;

/// <summary>Statements in the shape of Adapt's extension adapt-contrib-xapi: no parents, the course and the page as groupings.</summary>
public sealed class AdaptTests
{
    private const string Course = "https://courses.example.org/bees";
    private const string Page = Course + "#/id/co-05";
    private const string Adl = "http://adlnet.gov/expapi/";

    [Theory]
    [InlineData("experienced", "lesson", "Try it: a hive of your own", Role.Enter, SectionKind.TryIt)]
    [InlineData("experienced", "module", "Week 1", Role.Enter, SectionKind.Content)]
    [InlineData("completed", "interaction", "Three frames", Role.Act, SectionKind.Content)]
    [InlineData("completed", "media", "A walk to the hive", Role.Act, SectionKind.Content)]
    public void Page_block_and_component_are_of_the_course(string verb, string type, string name, Role role, SectionKind kind)
    {
        var v = Read(verb, Course + "#/id/b-20", type, name);
        Assert.Equal((role, kind, name), (v.Role, v.KindHint, v.ActivityName));
        Assert.Equal((Course, "", $"{Course} {Page}"), (v.CourseId, v.Parents, v.Groupings));
        Assert.Null(v.DurationMicros);
    }

    [Fact]
    public void Question_is_answered()
    {
        var v = Read("answered", Course + "#/id/c-31", "question", "Which one?",
            """, "result": {"score": {"raw": 0}, "success": false, "completion": true, "response": "1[.]1_2[,]2[.]2_1"}""");
        Assert.Equal((Role.Act, SectionKind.Assessment, null as double?, 17), (v.Role, v.KindHint, v.ScaledScore, v.ResponseLength));
    }

    [Theory]
    [InlineData("launched", Role.Enter, "PT0S", 0L)]
    [InlineData("initialized", Role.Enter, "PT0S", 0L)]
    [InlineData("suspended", Role.Exit, "PT1H2M3.4S", 3_723_400_000L)]
    [InlineData("terminated", Role.Exit, "PT12.05S", 12_050_000L)]
    public void Time_of_a_session_is_the_courses(string verb, Role role, string duration, long micros)
    {
        var v = Read(verb, Course, "course", "Bees", $$""", "result": {"duration": "{{duration}}"}""");
        Assert.Equal((role, micros, v.ActivityId), (v.Role, v.DurationMicros, v.CourseId));
    }

    private static Verdict Read(string verb, string id, string type, string name, string result = "") => Reading.Accepted($$$"""
        {"actor": {"mbox": "mailto:ann@example.org"}, "verb": {"id": "{{{Adl}}}verbs/{{{verb}}}", "display": {"en-US": "{{{verb}}}"} },
         "object": {"objectType": "Activity", "id": "{{{id}}}", "definition": {"name": {"en": "{{{name}}}"}, "type": "{{{Adl}}}activities/{{{type}}}"} } {{{result}}},
         "context": {"contextActivities": {"grouping": [
             {"objectType": "Activity", "id": "{{{Course}}}", "definition": {"name": {"en": "Bees"}, "type": "{{{Adl}}}activities/course"} },
             {"objectType": "Activity", "id": "{{{Page}}}", "definition": {"name": {"en": "Hives"}, "type": "{{{Adl}}}activities/lesson"} }]} } }
        """);
}
