using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>Where xAPI 2.0 reads a statement otherwise than 1.0.3.</summary>
public sealed class Version2Tests
{
    private static readonly ReadingOptions V2 = new() { DefaultSpec = Spec.V2 };

    private const string Agents = """[{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c"}, "relevantTypes": ["x:role"]}]""";

    private static string Version2 => Sample.With("version", "\"2.0.0\"");

    [Fact]
    public void Version_of_the_statement_decides() => Reading.Accepted(Sample.With("context contextAgents", Agents, Version2));

    [Fact]
    public void Setting_decides_where_the_statement_names_no_version()
    {
        var unversioned = Sample.With("version", null, Sample.With("context contextAgents", Agents));
        Reading.Accepted(unversioned, V2);
        Reading.Rejected(unversioned, Rules.UnknownKey, "$.context.contextAgents");
    }

    [Theory]
    [InlineData("""[{"objectType": "contextGroup", "group": {"objectType": "Group", "mbox": "mailto:a@b.c"}}]""")]
    [InlineData("[]")]
    public void Context_groups_are_accepted(string json) => Reading.Accepted(Sample.With("context contextGroups", json, Version2));

    [Theory]
    [InlineData("contextAgents", """[{"objectType": "contextAgent"}]""", Rules.Required, "[0].agent")]
    [InlineData("contextAgents", """[{"agent": {"mbox": "mailto:a@b.c"}}]""", Rules.Required, "[0].objectType")]
    [InlineData("contextAgents", """[{"objectType": "Agent", "agent": {"mbox": "mailto:a@b.c"}}]""", Rules.ObjectType, "[0].objectType")]
    [InlineData("contextAgents", """[{"objectType": "contextAgent", "agent": {"objectType": "Group", "mbox": "mailto:a@b.c"}}]""", Rules.ContextAgents, "[0].agent")]
    [InlineData("contextAgents", """[{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c"}, "relevantTypes": []}]""", Rules.ContextAgents, "[0].relevantTypes")]
    [InlineData("contextAgents", """[{"objectType": "contextAgent", "agent": {"mbox": "mailto:a@b.c"}, "relevantTypes": ["role"]}]""", Rules.Iri, "[0].relevantTypes[0]")]
    [InlineData("contextGroups", """[{"objectType": "contextGroup", "group": {"mbox": "mailto:a@b.c"}}]""", Rules.ContextAgents, "[0].group")]
    [InlineData("contextGroups", """{}""", Rules.Type, "")]
    public void Ill_formed_context_agents_are_refused(string key, string json, string rule, string place) =>
        Reading.Rejected(Sample.With($"context {key}", json, Version2), rule, $"$.context.{key}{place}");

    [Theory]
    [InlineData("2026-03-01T10:00:00")]
    [InlineData("2026-03-01T10:00:00,5Z")]
    [InlineData("20260301T100000Z")]
    [InlineData("2026-03-01T10:00Z")]
    [InlineData("2026-03-01T10:00:00+01")]
    [InlineData("2026-03-01T24:00:00Z")]
    public void Times_that_are_not_RFC_3339_are_refused(string time)
    {
        Reading.Accepted(Sample.With("timestamp", $"\"{time}\""));
        Reading.Rejected(Sample.With("timestamp", $"\"{time}\"", Version2), Rules.Timestamp, "$.timestamp");
    }
}
