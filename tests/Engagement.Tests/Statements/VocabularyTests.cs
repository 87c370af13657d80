using System.Text;
using System.Text.Json;
using Engagement.Statements;
using Engagement.Statements.Reading;
using Engagement.Statements.Vocabulary;

namespace Engagement.Tests.Statements;

/// <summary>The tables: verbs, activity types, titles, keys.</summary>
public sealed class VocabularyTests
{
    [Theory]
    [InlineData("http://adlnet.gov/expapi/verbs/experienced", Role.Enter)]
    [InlineData("http://id.tincanapi.com/verb/viewed", Role.Enter)]
    [InlineData("http://adlnet.gov/expapi/verbs/terminated", Role.Exit)]
    [InlineData("https://w3id.org/xapi/adl/verbs/abandoned", Role.Exit)]
    [InlineData("http://adlnet.gov/expapi/verbs/interacted", Role.Pulse)]
    [InlineData("http://adlnet.gov/expapi/verbs/completed", Role.Act)]
    [InlineData("http://activitystrea.ms/schema/1.0/submit", Role.Act)]
    [InlineData("http://adlnet.gov/expapi/verbs/asked", Role.Ask)]
    [InlineData("http://www.tincanapi.co.uk/verbs/evaluated", Role.Feedback)]
    [InlineData("http://adlnet.gov/expapi/verbs/registered", Role.Course)]
    [InlineData("http://adlnet.gov/expapi/verbs/voided", Role.Void)]
    [InlineData("https://w3id.org/xapi/video/verbs/played", Role.Touch)]
    [InlineData("x:never-heard", Role.Touch)]
    [InlineData("http://adlnet.gov/expapi/verbs/Experienced", Role.Touch)]
    public void Verb_has_the_role_of_its_full_id(string id, Role role) => Assert.Equal(role, VerbTable.RoleOf(Encoding.UTF8.GetBytes(id)));

    [Fact]
    public void Aliases_have_one_name()
    {
        Assert.Equal("answered", VerbTable.NameOf("http://adlnet.gov/expapi/verbs/answered"u8));
        Assert.Equal("answered", VerbTable.NameOf("http://activitystrea.ms/schema/1.0/answer"u8));
        Assert.Null(VerbTable.NameOf("x:never-heard"u8));
    }

    [Theory]
    [InlineData("https://w3id.org/xapi/engagement/activity-types/try-it", "Anything", SectionKind.TryIt)]
    [InlineData("https://w3id.org/xapi/engagement/activity-types/content", "Try It", SectionKind.Content)]
    [InlineData("http://adlnet.gov/expapi/activities/module", "Try It: fractions", SectionKind.TryIt)]
    [InlineData("http://adlnet.gov/expapi/activities/module", "Fractions", SectionKind.Content)]
    [InlineData("http://adlnet.gov/expapi/activities/assessment", "Think about it", SectionKind.Assessment)]
    [InlineData("x:unheard-of", "Fractions", SectionKind.Unknown)]
    public void Firm_type_beats_title_and_title_beats_weak_type(string type, string title, SectionKind kind) =>
        Assert.Equal(kind, Reading.Accepted(Typed(type, title)).KindHint);

    [Theory]
    [InlineData("Try It", SectionKind.TryIt)]
    [InlineData("TRY IT!", SectionKind.TryIt)]
    [InlineData("Unit 2: Try It \u2013 sums", SectionKind.TryIt)]
    [InlineData("3.2 Practice", SectionKind.TryIt)]
    [InlineData("Practice makes perfect", SectionKind.Unknown)]
    [InlineData("Best practice in design", SectionKind.Unknown)]
    [InlineData("Think About It", SectionKind.ThinkAbout)]
    [InlineData("Things to think about", SectionKind.Unknown)]
    [InlineData("Reflection (week 3)", SectionKind.ThinkAbout)]
    [InlineData("Quiz 3", SectionKind.Assessment)]
    [InlineData("Discussion: introduce yourself", SectionKind.Discussion)]
    [InlineData("Exercice 4", SectionKind.TryIt)]
    [InlineData("Réfléchissez", SectionKind.ThinkAbout)]
    [InlineData("ÜBUNG 2", SectionKind.TryIt)]
    [InlineData("想一想：分数", SectionKind.ThinkAbout)]
    [InlineData("试一试加法", SectionKind.TryIt)]
    [InlineData("Подумайте", SectionKind.Unknown)]
    [InlineData("Tryitout", SectionKind.Unknown)]
    [InlineData("", SectionKind.Unknown)]
    [InlineData("😀", SectionKind.Unknown)]
    public void Title_tells_the_kind(string title, SectionKind kind) =>
        Assert.Equal(kind, Reading.Accepted(Typed("x:unheard-of", title)).KindHint);

    [Theory]
    [InlineData("try-it", SectionKind.TryIt)]
    [InlineData("artifact", SectionKind.Artifact)]
    [InlineData("Try-It", SectionKind.Assessment)]
    [InlineData("nonsense", SectionKind.Assessment)]
    public void Extension_beats_type_where_it_names_a_kind(string value, SectionKind kind)
    {
        foreach (var place in new[] { "object definition extensions", "context extensions", "result extensions" })
            Assert.Equal(kind, Reading.Accepted(Sample.With(place, $$"""{"{{Profile.SectionKind}}": "{{value}}"}""")).KindHint);
    }

    [Fact]
    public void Kinds_are_spelled_one_way()
    {
        foreach (var kind in Enum.GetValues<SectionKind>().Skip(1))
            Assert.Equal(kind, SectionKinds.Of(Encoding.UTF8.GetBytes(SectionKinds.Name(kind))));
        Assert.Equal("think-about", SectionKinds.Name(SectionKind.ThinkAbout));
    }

    [Fact]
    public void Every_key_is_found_by_its_own_spelling()
    {
        foreach (var key in Enum.GetValues<Key>().Skip(1)) Assert.Equal(key, Keys.Of(Encoding.UTF8.GetBytes(Keys.Text(key))));
        Assert.Equal("mbox_sha1sum homePage openid sha2", string.Join(' ', new[] { Key.MboxSha1Sum, Key.HomePage, Key.Openid, Key.Sha2 }.Select(Keys.Text)));
    }

    [Fact]
    public void Every_row_of_the_tables_can_be_used()
    {
        Assert.All(Rows.Of("verbs.tsv"), row => Assert.Equal(3, row.Length));
        Assert.All(Rows.Of("verbs.tsv"), row => Assert.Equal(Enum.Parse<Role>(row[0], ignoreCase: true), VerbTable.RoleOf(Encoding.UTF8.GetBytes(row[2]))));
        Assert.All(Rows.Of("activity-types.tsv"), row => Assert.True(
            row.Length == 4 && row[1] is "firm" or "weak" && row[2] is "course" or "cohort" or "structure" or "learner" && IsKind(row[0], "-"), string.Join(' ', row)));
        Assert.All(Rows.Of("open-edx-blocks.tsv"), row => Assert.True(row.Length == 2 && IsKind(row[0], null), string.Join(' ', row)));
        Assert.All(Rows.Of("section-names.tsv"), row => Assert.True(
            row.Length == 4 && row[1] is "starts" or "is" && IsKind(row[0], null), string.Join(' ', row)));
    }

    private static bool IsKind(string text, string? none) =>
        text == none || SectionKinds.Of(Encoding.UTF8.GetBytes(text)) != SectionKind.Unknown;

    private static string Typed(string type, string title) => Sample.With(
        "object definition", $$"""{"type": "{{type}}", "name": {"und": {{JsonSerializer.Serialize(title)}} } }""", Sample.Least);
}
