using Engagement.Statements;

namespace Engagement.Tests.Statements.Dialects;

/// <summary>Statements in the shape of Articulate Storyline: a module for each slide, left with the time on it.</summary>
public sealed class StorylineTests
{
    private const string Course = "urn:articulate:storyline:6bEeHiVe0Nn";
    private const string Slide = Course + "/5sLiDe1";
    private const string Module = "http://adlnet.gov/expapi/activities/module";

    [Fact]
    public void Slide_is_entered()
    {
        var v = Read("http://adlnet.gov/expapi/verbs/experienced", Slide, Module, "Think About It");
        Assert.Equal((Role.Enter, SectionKind.ThinkAbout, "Think About It"), (v.Role, v.KindHint, v.ActivityName));
        Assert.Equal((Course, Course, Course), (v.CourseId, v.Parents, v.Groupings));
    }

    [Fact]
    public void Slide_is_left_with_the_time_on_it()
    {
        var v = Read("http://activitystrea.ms/schema/1.0/leave", Slide, Module, "Swarms", """, "result": {"duration": "PT13.48S"}""");
        Assert.Equal((Role.Exit, SectionKind.Content, 13_480_000L), (v.Role, v.KindHint, v.DurationMicros));
    }

    [Fact]
    public void Question_is_answered_below_its_slide()
    {
        var v = Read("http://adlnet.gov/expapi/verbs/answered", Slide + "/6qUeStIoN", "http://adlnet.gov/expapi/activities/cmi.interaction", "Which one?",
            """, "result": {"score": {"scaled": 1, "raw": 10, "min": 0, "max": 10}, "success": true, "response": "the_queen", "duration": "PT7.02S"}""");
        Assert.Equal((Role.Act, SectionKind.Assessment, 1.0, true, 9), (v.Role, v.KindHint, v.ScaledScore, v.Success, v.ResponseLength));
    }

    [Theory]
    [InlineData("http://adlnet.gov/expapi/verbs/attempted", Role.Act)]
    [InlineData("http://adlnet.gov/expapi/verbs/passed", Role.Act)]
    [InlineData("http://adlnet.gov/expapi/verbs/suspended", Role.Exit)]
    [InlineData("http://adlnet.gov/expapi/verbs/resumed", Role.Enter)]
    public void Course_itself_is_its_object(string verb, Role role)
    {
        var v = Read(verb, Course, "http://adlnet.gov/expapi/activities/course", "Bees");
        Assert.Equal((role, SectionKind.Unknown, v.ActivityId), (v.Role, v.KindHint, v.CourseId));
    }

    [Fact]
    public void Layer_that_an_author_reports_opens_within_its_slide() =>
        Assert.Equal(Role.Enter, Read("http://activitystrea.ms/open", Slide + "/popup", "http://adlnet.gov/expapi/activities/interaction", "More").Role);

    private static Verdict Read(string verb, string id, string type, string name, string result = "") => Reading.Accepted($$$"""
        {"id": "0b8f4a3e-0b0e-4f6f-8d2c-61b8b5d0a001", "timestamp": "2026-03-01T10:00:00.000Z",
         "actor": {"objectType": "Agent", "name": "Ann", "mbox": "mailto:ann@example.org"}, "verb": {"id": "{{{verb}}}", "display": {"en-US": "done"} },
         "object": {"objectType": "Activity", "id": "{{{id}}}", "definition": {"name": {"und": "{{{name}}}"}, "description": {"und": "{{{name}}}"}, "type": "{{{type}}}"} } {{{result}}},
         "context": {"registration": "7e0b1c1c-6a4f-4a9e-9d5e-0c8b6f1f2a11", "contextActivities": {
             "parent": [{"objectType": "Activity", "id": "{{{Course}}}", "definition": {"type": "http://adlnet.gov/expapi/activities/course"} }],
             "grouping": [{"objectType": "Activity", "id": "{{{Course}}}", "definition": {"type": "http://adlnet.gov/expapi/activities/course"} }]} } }
        """);
}
