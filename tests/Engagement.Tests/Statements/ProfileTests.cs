using System.Text;
using System.Text.Json.Nodes;
using Engagement.Statements;
using Engagement.Statements.Vocabulary;
using Engagement.Tests.Architecture;

namespace Engagement.Tests.Statements;

/// <summary>The published profile and the code name the same things.</summary>
public sealed class ProfileTests
{
    private static readonly string[] Concepts =
    [
        .. JsonNode.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "xapi-profile.jsonld")))!["concepts"]!.AsArray()
            .Select(concept => concept!["id"]!.GetValue<string>()),
    ];

    [Fact]
    public void Profile_describes_both_extensions_a_type_for_each_kind_and_one_for_cohorts()
    {
        var kinds = Enum.GetValues<SectionKind>().Where(kind => kind != SectionKind.Unknown);
        var expected = kinds.Select(kind => Profile.ActivityTypes + SectionKinds.Name(kind))
            .Concat([Profile.Cohort, Profile.SectionKind, Profile.ActiveSeconds]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Concepts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_type_of_a_section_is_read_as_its_kind()
    {
        foreach (var type in Concepts.Where(id => id.StartsWith(Profile.ActivityTypes, StringComparison.Ordinal) && id != Profile.Cohort))
        {
            var verdict = Reading.Accepted(Sample.With("object definition type", $"\"{type}\""));
            Assert.Equal(SectionKinds.Of(Encoding.UTF8.GetBytes(type[Profile.ActivityTypes.Length..])), verdict.KindHint);
        }
    }
}
