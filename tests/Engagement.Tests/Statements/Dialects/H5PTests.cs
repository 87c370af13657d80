using Engagement.Statements;

namespace Engagement.Tests.Statements.Dialects;

/// <summary>Statements in the shape of H5P: no type on most contents, no course, sub-contents by a query in the id.</summary>
public sealed class H5PTests
{
    private const string Content = "https://site.example.org/wp-admin/admin-ajax.php?action=h5p_embed&id=17";
    private const string Adl = "http://adlnet.gov/expapi/verbs/";

    [Fact]
    public void Showing_a_content_is_no_attempt()
    {
        var v = Read("attempted", Content);
        Assert.Equal((Role.Enter, Content, "", Content), (v.Role, v.ActivityId, v.Parents, v.CourseId));
    }

    [Fact]
    public void Attempted_by_anybody_else_is_a_deed() =>
        Assert.Equal(Role.Act, Reading.Accepted(Sample.With("verb id", $"\"{Adl}attempted\"")).Role);

    [Fact]
    public void Answer_within_a_content_belongs_to_the_content()
    {
        var v = Read("answered", Content + "&subContentId=9b2f", parent: $$"""{"id": "{{Content}}", "objectType": "Activity"}""",
            result: """, "result": {"score": {"min": 0, "max": 3, "raw": 2, "scaled": 0.6667}, "completion": true, "success": false, "response": "0[,]2", "duration": "PT41.27S"}""",
            definition: """ "type": "http://adlnet.gov/expapi/activities/cmi.interaction", "interactionType": "choice", "choices": [{"id": "0"}, {"id": "2"}],""");
        Assert.Equal((Role.Act, SectionKind.Assessment, Content, Content), (v.Role, v.KindHint, v.Parents, v.CourseId));
        Assert.Equal((41_270_000L, 0.6667, 5), (v.DurationMicros, v.ScaledScore, v.ResponseLength));
    }

    [Theory]
    [InlineData("interacted", Role.Pulse)]
    [InlineData("progressed", Role.Pulse)]
    [InlineData("completed", Role.Act)]
    [InlineData("consumed", Role.Touch)]
    [InlineData("accessed-reuse", Role.Touch)]
    public void Other_verbs_mean_what_they_say(string verb, Role role) => Assert.Equal(role, Read(verb, Content).Role);

    [Fact]
    public void Title_tells_the_kind_where_there_is_no_type() =>
        Assert.Equal(SectionKind.ThinkAbout, Read("attempted", Content, definition: """ "name": {"en-US": "Think about it: swarms"},""").KindHint);

    [Fact]
    public void Learner_without_account_is_known_by_the_browser() =>
        Assert.NotEqual(Read("attempted", Content).LearnerId, Read("attempted", Content, actor: "c0ffee").LearnerId);

    private static Verdict Read(string verb, string id, string parent = "", string result = "", string definition = "", string actor = "a11ce") => Reading.Accepted($$$"""
        {"actor": {"objectType": "Agent", "account": {"name": "{{{actor}}}", "homePage": "https://site.example.org"} },
         "verb": {"id": "{{{Adl}}}{{{verb}}}", "display": {"en-US": "{{{verb}}}"} },
         "object": {"objectType": "Activity", "id": "{{{id}}}",
           "definition": { {{{definition}}}"extensions": {"http://h5p.org/x-api/h5p-local-content-id": 17} } } {{{result}}},
         "context": {"contextActivities": {
           "parent": [{{{parent}}}],
           "category": [{"id": "http://h5p.org/libraries/H5P.MultiChoice-1.16", "objectType": "Activity"}]} } }
        """);
}
