using System.Text;
using Engagement.Courses;

namespace Engagement.Tests.Courses;

public class CourseOutlineTests
{
    private const string Section = """{"id":"a","title":"A","kind":"try-it","activities":["https://e.org/a"]}""";

    [Fact]
    public void All_that_an_outline_says_is_read()
    {
        var outline = Parse("""
            {"course":"course-v1:ORG+1+s","title":"T","version":"2026-02-01","mode":"facilitated","sections":[
              {"id":"a","title":"A","kind":"think-about","activities":["https://e.org/a","urn:x:*"],"expected_seconds":90.5,"required":true,
               "idle_seconds":60,"floor_seconds":0.25,"due_at":"2026-03-01T12:00:00+02:00","weight":0.5},
              {"id":"b","title":"B","kind":"content","activities":["https://e.org/b"],"expected_seconds":null}]}
            """).Outline!;
        Assert.Equal(("course-v1:ORG+1+s", "T", "2026-02-01", "facilitated"), (outline.Course, outline.Title, outline.Version, outline.Mode));
        var a = outline.Sections[0];
        Assert.Equal(["https://e.org/a", "urn:x:*"], a.Activities);
        Assert.Equal((90.5m, true, 60m, 0.25m, 0.5), (a.ExpectedSeconds, a.Required, a.IdleSeconds, a.FloorSeconds, a.Weight));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), a.DueAt);
        Assert.Equal(("b", null, null), (outline.Sections[1].Id, outline.Sections[1].ExpectedSeconds, outline.Sections[1].Required));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-01T00:00:00Z")]
    [InlineData("2026-02-01T10:30:00+02:00", "2026-02-01T08:30:00Z")]
    [InlineData("2026-02-01T10:30:00.123456Z", "2026-02-01T10:30:00.123456Z")]
    [InlineData("v2", "2020-01-01T00:00:00Z")]
    [InlineData("2026", "2020-01-01T00:00:00Z")]
    public void A_version_that_is_a_date_says_when_it_comes_into_force(string version, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Parse(Whole(Section).Replace("\"1\"", $"\"{version}\"")).Outline!.ValidFrom(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    [InlineData("", "$")]
    [InlineData("{} {}", "$")]
    [InlineData("""{"course":"https://e.org","title":"T","version":"1","sections":[]}""", "$.sections")]
    [InlineData("""{"course":"nothing","title":"T","version":"1","sections":[SECTION]}""", "$.course")]
    [InlineData("""{"course":"https://e.org","course":"https://e.org","title":"T","version":"1","sections":[SECTION]}""", "$.course")]
    [InlineData("""{"course":"https://e.org","title":" ","version":"1","sections":[SECTION]}""", "$.title")]
    [InlineData("""{"course":"https://e.org","title":"T","version":1,"sections":[SECTION]}""", "$.version")]
    [InlineData("""{"course":"https://e.org","title":"T","version":"1","mode":"evening","sections":[SECTION]}""", "$.mode")]
    [InlineData("""{"course":"https://e.org","title":"\ud800","version":"1","sections":[SECTION]}""", "$.title")]
    public void A_wrong_outline_names_the_place(string json, string path) =>
        Assert.Equal([path], Parse(json.Replace("SECTION", Section)).Faults.Select(f => f.Path));

    [Theory]
    [InlineData("\"kind\":\"try-it\"", "\"kind\":\"tryit\"", "kind")]
    [InlineData("\"kind\":\"try-it\"", "\"kind\":1", "kind")]
    [InlineData("\"id\":\"a\",", "", "id")]
    [InlineData("[\"https://e.org/a\"]", "[]", "activities")]
    [InlineData("[\"https://e.org/a\"]", "\"https://e.org/a\"", "activities")]
    [InlineData("[\"https://e.org/a\"]", "[\"https://e.org/*/a\"]", "activities[0]")]
    [InlineData("[\"https://e.org/a\"]", "[\"*\"]", "activities[0]")]
    [InlineData("[\"https://e.org/a\"]", "[\"/a\"]", "activities[0]")]
    [InlineData("[\"https://e.org/a\"]", "[\"https://e.org/a\", 1]", "activities[1]")]
    [InlineData("[\"https://e.org/a\"]", "[\"https://e.org/a\", \"https://e.org/a\"]", "activities[1]")]
    [InlineData("}", ",\"expected_seconds\":0}", "expected_seconds")]
    [InlineData("}", ",\"expected_seconds\":1e300}", "expected_seconds")]
    [InlineData("}", ",\"idle_seconds\":-1}", "idle_seconds")]
    [InlineData("}", ",\"floor_seconds\":\"5\"}", "floor_seconds")]
    [InlineData("}", ",\"required\":\"yes\"}", "required")]
    [InlineData("}", ",\"due_at\":\"tomorrow\"}", "due_at")]
    [InlineData("}", ",\"weight\":-0.5}", "weight")]
    [InlineData("}", ",\"position\":0}", "position")]
    [InlineData("}", ",\"position\":1.5}", "position")]
    [InlineData("}", ",\"position\":\"1\"}", "position")]
    [InlineData("}", ",\"position\":2}", "position")]
    public void A_wrong_section_names_the_place(string right, string wrong, string path) =>
        Assert.Equal(["$.sections[0]." + path], Parse(Whole(Section.Replace(right, wrong))).Faults.Select(f => f.Path));

    [Fact]
    public void Every_fault_is_listed_at_once()
    {
        var faults = Parse("""
            {"course":"x","version":"1","sections":[
              {"id":"a","title":"A","kind":"quiz","activities":["https://e.org/a"]},
              {"id":"a","title":"B","kind":"content","activities":["https://e.org/a"],"idle_seconds":0}]}
            """).Faults;
        Assert.Equal(["$.course", "$.title", "$.sections[0].kind", "$.sections[1].id", "$.sections[1].activities[0]", "$.sections[1].idle_seconds"], faults.Select(f => f.Path));
        Assert.Contains("$.sections[0].activities[0]", faults[4].Reason);
    }

    [Fact]
    public void Positions_that_are_twice_or_not_those_of_the_list_are_listed_with_all_else() => Assert.Equal(
        [
            "$.sections[1].position: position 1 twice: $.sections[0] has it too",
            "$.sections[1].position: is 1, but the section's place in the list is 2",
            "$.sections[2].kind: expected one of content, resource, try-it, think-about, discussion, assessment, artifact, other",
            "$.sections[2].activities[0]: already claimed at $.sections[0].activities[0]",
            "$.sections[3].position: is 3, but the section's place in the list is 4",
        ],
        Parse(Whole("""
            {"id":"a","title":"A","kind":"content","activities":["https://e.org/a"],"position":1},
            {"id":"b","title":"B","kind":"content","activities":["https://e.org/b"],"position":1},
            {"id":"c","title":"C","kind":"Try It","activities":["https://e.org/a"]},
            {"id":"d","title":"D","kind":"content","activities":["https://e.org/d"],"position":3}
            """)).Faults.Select(fault => fault.ToString()));

    [Fact]
    public void Positions_that_are_those_of_the_list_are_no_fault() => Assert.Equal(["a", "b", "c"], Parse(Whole("""
        {"id":"a","title":"A","kind":"content","activities":["https://e.org/a"],"position":1},
        {"id":"b","title":"B","kind":"content","activities":["https://e.org/b"],"position":null},
        {"id":"c","title":"C","kind":"content","activities":["https://e.org/c"],"position":3}
        """)).Outline!.Sections.Select(section => section.Id));

    [Fact]
    public void Bytes_that_are_no_text_are_a_fault() =>
        Assert.False(CourseOutline.Parse([.. "{\"course\":\"https://e.org/"u8, 0xFF, .. "\"}"u8]).IsValid);

    [Fact]
    public void A_key_that_is_no_text_is_one_that_nobody_knows() =>
        Assert.True(Parse(Whole(Section).Replace("\"title\":\"T\"", "\"\\ud800\":1,\"title\":\"T\"", StringComparison.Ordinal)).IsValid);

    [Fact]
    public void A_byte_order_mark_is_no_fault() =>
        Assert.True(CourseOutline.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Whole(Section))]).IsValid);

    [Fact]
    public void A_prefix_and_an_exact_id_under_it_may_belong_to_two_sections() =>
        Assert.True(Parse(Whole("""{"id":"a","title":"A","kind":"content","activities":["https://e.org/*"]},""" + Section.Replace("\"a\"", "\"b\""))).IsValid);

    private static string Whole(string sections) => $$"""{"course":"https://e.org","title":"T","version":"1","sections":[{{sections}}]}""";

    private static OutlineResult Parse(string json) => CourseOutline.Parse(Encoding.UTF8.GetBytes(json));
}
