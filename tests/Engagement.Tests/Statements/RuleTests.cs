using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>Each rule of a statement: one change to a valid one, and the rule and place it is refused for.</summary>
public sealed class RuleTests
{
    private const string Agent = """{"mbox": "mailto:a@b.c"}""";
    private const string Uuid = "\"ec531277-b57b-4c15-8d91-d292c5b2b8f7\"";
    private const string Minimal = """ "actor": {"mbox": "mailto:a@b.c"}, "verb": {"id": "x:v"}, "object": {"id": "x:o"}""";

    [Fact]
    public void Statement_using_every_part_is_accepted() => Reading.Accepted(Sample.Full);

    [Fact]
    public void Statement_with_no_more_than_needed_is_accepted() => Reading.Accepted(Sample.Least);

    [Theory]
    // Presence
    [InlineData("actor", null, Rules.Required, "$.actor")]
    [InlineData("verb", null, Rules.Required, "$.verb")]
    [InlineData("object", null, Rules.Required, "$.object")]
    [InlineData("verb id", null, Rules.Required, "$.verb.id")]
    [InlineData("object id", null, Rules.Required, "$.object.id")]
    [InlineData("object definition interactionType", null, Rules.Required, "$.object.definition.interactionType")]
    [InlineData("object definition choices 1", "{}", Rules.Required, "$.object.definition.choices[1].id")]
    [InlineData("context statement objectType", null, Rules.Required, "$.context.statement.objectType")]
    [InlineData("context statement id", null, Rules.Required, "$.context.statement.id")]
    [InlineData("authority account name", null, Rules.Required, "$.authority.account.name")]
    [InlineData("authority account homePage", null, Rules.Required, "$.authority.account.homePage")]
    [InlineData("attachments 0 usageType", null, Rules.Required, "$.attachments[0].usageType")]
    [InlineData("attachments 0 display", null, Rules.Required, "$.attachments[0].display")]
    [InlineData("attachments 0 contentType", null, Rules.Required, "$.attachments[0].contentType")]
    [InlineData("attachments 0 length", null, Rules.Required, "$.attachments[0].length")]
    [InlineData("attachments 0 sha2", null, Rules.Required, "$.attachments[0].sha2")]
    // Types and nulls
    [InlineData("actor", "null", Rules.Null, "$.actor")]
    [InlineData("actor name", "null", Rules.Null, "$.actor.name")]
    [InlineData("result", "null", Rules.Null, "$.result")]
    [InlineData("result score raw", "null", Rules.Null, "$.result.score.raw")]
    [InlineData("context contextActivities", "null", Rules.Null, "$.context.contextActivities")]
    [InlineData("context contextActivities parent", "null", Rules.Null, "$.context.contextActivities.parent")]
    [InlineData("object definition extensions", "null", Rules.Null, "$.object.definition.extensions")]
    [InlineData("verb display en", "null", Rules.Null, "$.verb.display.*")]
    [InlineData("timestamp", "null", Rules.Null, "$.timestamp")]
    [InlineData("attachments", "null", Rules.Null, "$.attachments")]
    [InlineData("actor", "[]", Rules.Type, "$.actor")]
    [InlineData("actor name", "5", Rules.Type, "$.actor.name")]
    [InlineData("verb", "\"answered\"", Rules.Type, "$.verb")]
    [InlineData("result success", "\"true\"", Rules.Type, "$.result.success")]
    [InlineData("result completion", "1", Rules.Type, "$.result.completion")]
    [InlineData("result score scaled", "\"0.5\"", Rules.Type, "$.result.score.scaled")]
    [InlineData("result response", "7", Rules.Type, "$.result.response")]
    [InlineData("result extensions", "[]", Rules.Type, "$.result.extensions")]
    [InlineData("object definition choices", "{}", Rules.Type, "$.object.definition.choices")]
    [InlineData("object definition correctResponsesPattern 0", "1", Rules.Type, "$.object.definition.correctResponsesPattern[0]")]
    [InlineData("context platform", "3", Rules.Type, "$.context.platform")]
    [InlineData("timestamp", "1700000000", Rules.Type, "$.timestamp")]
    [InlineData("version", "1.0", Rules.Type, "$.version")]
    [InlineData("attachments", "{}", Rules.Type, "$.attachments")]
    // Keys
    [InlineData("mood", "1", Rules.UnknownKey, "$.*")]
    [InlineData("Actor", "{}", Rules.UnknownKey, "$.*")]
    [InlineData("actor Mbox", "\"mailto:a@b.c\"", Rules.UnknownKey, "$.actor.*")]
    [InlineData("actor id", "\"x:y\"", Rules.UnknownKey, "$.actor.id")]
    [InlineData("verb name", "{}", Rules.UnknownKey, "$.verb.name")]
    [InlineData("object title", "\"t\"", Rules.UnknownKey, "$.object.*")]
    [InlineData("object definition title", "\"t\"", Rules.UnknownKey, "$.object.definition.*")]
    [InlineData("object definition choices 0 text", "\"t\"", Rules.UnknownKey, "$.object.definition.choices[0].*")]
    [InlineData("result time", "1", Rules.UnknownKey, "$.result.*")]
    [InlineData("result score percent", "1", Rules.UnknownKey, "$.result.score.*")]
    [InlineData("context course", "1", Rules.UnknownKey, "$.context.*")]
    [InlineData("context contextAgents", "[]", Rules.UnknownKey, "$.context.contextAgents")]
    [InlineData("context statement verb", "1", Rules.UnknownKey, "$.context.statement.verb")]
    [InlineData("authority account id", "1", Rules.UnknownKey, "$.authority.account.id")]
    [InlineData("attachments 0 name", "\"n\"", Rules.UnknownKey, "$.attachments[0].name")]
    // UUIDs
    [InlineData("id", "\"\"", Rules.Uuid, "$.id")]
    [InlineData("id", "\"6690e6c93ef04ed38b377f3964730bee\"", Rules.Uuid, "$.id")]
    [InlineData("id", "\"{6690e6c9-3ef0-4ed3-8b37-7f3964730bee}\"", Rules.Uuid, "$.id")]
    [InlineData("context registration", "\"urn:uuid:6690e6c9-3ef0-4ed3-8b37-7f3964730bee\"", Rules.Uuid, "$.context.registration")]
    [InlineData("context statement id", "\"6690e6c9\"", Rules.Uuid, "$.context.statement.id")]
    // Agents and groups
    [InlineData("actor mbox", null, Rules.Agent, "$.actor")]
    [InlineData("actor openid", "\"https://ann.example\"", Rules.Agent, "$.actor")]
    [InlineData("actor member", "[" + Agent + "]", Rules.Agent, "$.actor.member")]
    [InlineData("actor objectType", "\"agent\"", Rules.ObjectType, "$.actor.objectType")]
    [InlineData("actor objectType", "\"Person\"", Rules.ObjectType, "$.actor.objectType")]
    [InlineData("context team member", null, Rules.Group, "$.context.team")]
    [InlineData("context team member", "[]", Rules.Group, "$.context.team.member")]
    [InlineData("context team", """{"objectType": "Group", "mbox": "mailto:a@b.c", "openid": "x:y"}""", Rules.Group, "$.context.team")]
    [InlineData("context team member 0", """{"objectType": "Group", "mbox": "mailto:a@b.c"}""", Rules.Group, "$.context.team.member[0]")]
    [InlineData("context team", Agent, Rules.ObjectType, "$.context.team")]
    [InlineData("actor", """{"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]}""", Rules.AnonymousActor, "$.actor")]
    // Identifiers
    [InlineData("actor mbox", "\"ann@example.org\"", Rules.Mbox, "$.actor.mbox")]
    [InlineData("actor mbox", "\"mailto:ann\"", Rules.Mbox, "$.actor.mbox")]
    [InlineData("actor mbox", "\"mailto:\"", Rules.Mbox, "$.actor.mbox")]
    [InlineData("context instructor mbox_sha1sum", "\"ebd31e95\"", Rules.MboxSha1Sum, "$.context.instructor.mbox_sha1sum")]
    [InlineData("context instructor", """{"openid": "ann"}""", Rules.Iri, "$.context.instructor.openid")]
    [InlineData("authority account name", "\"\"", Rules.Account, "$.authority.account.name")]
    [InlineData("authority account homePage", "\"lrs.example\"", Rules.Iri, "$.authority.account.homePage")]
    // Verb, object, definition
    [InlineData("verb id", "\"answered\"", Rules.Iri, "$.verb.id")]
    [InlineData("verb id", "\"\"", Rules.Iri, "$.verb.id")]
    [InlineData("verb display en_US", "\"x\"", Rules.LanguageTag, "$.verb.display.*")]
    [InlineData("object id", "\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\"", Rules.Iri, "$.object.id")]
    [InlineData("object id", "\"/unit-1\"", Rules.Iri, "$.object.id")]
    [InlineData("object objectType", "\"GroupActivity\"", Rules.ObjectType, "$.object.objectType")]
    [InlineData("object objectType", "\"activity\"", Rules.ObjectType, "$.object.objectType")]
    [InlineData("object definition type", "\"course\"", Rules.Iri, "$.object.definition.type")]
    [InlineData("object definition moreInfo", "\"more\"", Rules.Iri, "$.object.definition.moreInfo")]
    [InlineData("object definition interactionType", "\"Choice\"", Rules.Interaction, "$.object.definition.interactionType")]
    [InlineData("object definition choices 1 id", "\"a\"", Rules.Interaction, "$.object.definition.choices[1].id")]
    [InlineData("object definition extensions difficulty", "1", Rules.ExtensionKey, "$.object.definition.extensions.*")]
    [InlineData("object", """{"objectType": "StatementRef", "id": "x:y"}""", Rules.Uuid, "$.object.id")]
    [InlineData("object", Agent, Rules.UnknownKey, "$.object.mbox")]
    // Sub-statements
    [InlineData("object", """{"objectType": "SubStatement"}""", Rules.Required, "$.object.actor")]
    [InlineData("object", """{"objectType": "SubStatement", "id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee", """ + Minimal + "}", Rules.SubStatement, "$.object.id")]
    [InlineData("object", """{"objectType": "SubStatement", "stored": "2026-01-01T00:00:00Z", """ + Minimal + "}", Rules.SubStatement, "$.object.stored")]
    [InlineData("object", """{"objectType": "SubStatement", "actor": {"mbox": "mailto:a@b.c"}, "verb": {"id": "x:v"}, "object": {"objectType": "SubStatement"}}""", Rules.SubStatement, "$.object.object.objectType")]
    [InlineData("object", """{"objectType": "SubStatement", "timestamp": "today", """ + Minimal + "}", Rules.Timestamp, "$.object.timestamp")]
    // Result
    [InlineData("result duration", "\"-PT5S\"", Rules.Duration, "$.result.duration")]
    [InlineData("result duration", "\"\"", Rules.Duration, "$.result.duration")]
    [InlineData("result extensions", """{"tries": 1}""", Rules.ExtensionKey, "$.result.extensions.*")]
    [InlineData("result score scaled", "1.01", Rules.Score, "$.result.score")]
    [InlineData("result score scaled", "-1.01", Rules.Score, "$.result.score")]
    [InlineData("result score raw", "11", Rules.Score, "$.result.score")]
    [InlineData("result score raw", "-1", Rules.Score, "$.result.score")]
    [InlineData("result score min", "10", Rules.Score, "$.result.score")]
    // Context
    [InlineData("context language", "\"en_GB\"", Rules.LanguageTag, "$.context.language")]
    [InlineData("context contextActivities parents", "[]", Rules.ContextActivities, "$.context.contextActivities.*")]
    [InlineData("context contextActivities category 0", "\"x:y\"", Rules.Type, "$.context.contextActivities.category[0]")]
    [InlineData("context contextActivities grouping 0 id", "\"course\"", Rules.Iri, "$.context.contextActivities.grouping[0].id")]
    [InlineData("context contextActivities parent objectType", "\"Agent\"", Rules.ObjectType, "$.context.contextActivities.parent.objectType")]
    [InlineData("object", """{"objectType": "Agent", "mbox": "mailto:a@b.c"}""", Rules.Context, "$.context.revision")]
    // The rest
    [InlineData("timestamp", "\"2026-03-01T10:00:00-00:00\"", Rules.Timestamp, "$.timestamp")]
    [InlineData("timestamp", "\"2300-01-01T00:00:00Z\"", Rules.Timestamp, "$.timestamp")]
    [InlineData("stored", "\"yesterday\"", Rules.Timestamp, "$.stored")]
    [InlineData("authority", """{"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]}""", Rules.Authority, "$.authority")]
    [InlineData("authority", """{"objectType": "Group", "mbox": "mailto:a@b.c"}""", Rules.Authority, "$.authority")]
    [InlineData("version", "\"1.1.0\"", Rules.Version, "$.version")]
    [InlineData("version", "\"0.9.9\"", Rules.Version, "$.version")]
    [InlineData("version", "\"1.0.\"", Rules.Version, "$.version")]
    [InlineData("attachments 0 usageType", "\"proof\"", Rules.Iri, "$.attachments[0].usageType")]
    [InlineData("attachments 0 contentType", "\"text\"", Rules.Attachment, "$.attachments[0].contentType")]
    [InlineData("attachments 0 length", "2.5", Rules.Attachment, "$.attachments[0].length")]
    [InlineData("attachments 0 sha2", "\"abc\"", Rules.Attachment, "$.attachments[0].sha2")]
    [InlineData("attachments 0 fileUrl", null, Rules.Attachment, "$.attachments[0]")]
    [InlineData("verb id", "\"http://adlnet.gov/expapi/verbs/voided\"", Rules.Voiding, "$.object")]
    public void Change_is_refused_under_its_rule(string path, string? json, string rule, string place) =>
        Reading.Rejected(Sample.With(path, json), rule, place);

    [Theory]
    [InlineData("id", null)]
    [InlineData("timestamp", null)]
    [InlineData("timestamp", "\"2199-01-01T00:00:00Z\"")]
    [InlineData("stored", null)]
    [InlineData("version", "\"1.0\"")]
    [InlineData("version", "\"1.0.10\"")]
    [InlineData("actor name", "\"\"")]
    [InlineData("actor", """{"objectType": "Group", "mbox": "mailto:a@b.c"}""")]
    [InlineData("actor", """{"objectType": "Group", "mbox": "mailto:a@b.c", "member": []}""")]
    [InlineData("verb display", "{}")]
    [InlineData("object definition", "{}")]
    [InlineData("object id", "\"course-v1:ORG+00002+session01\"")]
    [InlineData("object id", "\"block-v1:ORG+1+2+type@html+block@3f\"")]
    [InlineData("object", """{"objectType": "StatementRef", "id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"}""", "context")]
    [InlineData("object", """{"objectType": "Agent", "mbox": "mailto:a@b.c"}""", "context")]
    [InlineData("object", """{"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]}""", "context")]
    [InlineData("object", """{"objectType": "SubStatement", """ + Minimal + "}", "context")]
    [InlineData("result", "{}")]
    [InlineData("result score", "{}")]
    [InlineData("result response", "\"\"")]
    [InlineData("result duration", "\"PT0.001S\"")]
    [InlineData("result score raw", "1E1")]
    [InlineData("context", "{}")]
    [InlineData("context contextActivities", "{}")]
    [InlineData("context contextActivities parent", "[]")]
    [InlineData("context team", """{"objectType": "Group", "openid": "https://team.example"}""")]
    [InlineData("context extensions", """{"x:a": null, "x:b": "", "x:c": [null], "x:d": {"": {"": null}}}""")]
    [InlineData("attachments", "[]")]
    [InlineData("authority", """{"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}, {"mbox": "mailto:d@e.f"}]}""")]
    public void Change_that_breaks_no_rule_is_accepted(string path, string? json, string? without = null)
    {
        var message = Sample.With(path, json);
        if (without is not null) message = Sample.With(without, null, message);
        Reading.Accepted(message);
    }

    [Fact]
    public void Voiding_statement_names_its_target()
    {
        var voiding = Sample.With("object", $$"""{"objectType": "StatementRef", "id": {{Uuid}}}""", Sample.Least);
        var verdict = Reading.Accepted(Sample.With("verb id", "\"http://adlnet.gov/expapi/verbs/voided\"", voiding));
        Assert.Equal((Role.Void, new Guid(Uuid.Trim('"'))), (verdict.Role, verdict.VoidedId));
    }

    [Fact]
    public void Reference_without_voiding_voids_nothing() => Assert.Equal(
        Guid.Empty,
        Reading.Accepted(Sample.With("object", $$"""{"objectType": "StatementRef", "id": {{Uuid}}}""", Sample.Least)).VoidedId);

    [Fact]
    public void Unknown_keys_pass_where_the_setting_allows_them() =>
        Reading.Accepted(Sample.With("actor mood", "null"), new ReadingOptions { AllowUnknownKeys = true });

    [Fact]
    public void Known_key_in_a_wrong_place_passes_under_no_setting() =>
        Reading.Rejected(Sample.With("actor id", "\"x:y\""), Rules.UnknownKey, "$.actor.id", new ReadingOptions { AllowUnknownKeys = true });

    [Fact]
    public void Reason_and_path_hold_nothing_that_was_sent()
    {
        var verdict = Reading.One(Sample.With("actor Secret-of-Ann", "\"Secret-of-Ann\""));
        Assert.DoesNotContain("Secret", verdict.Path + verdict.Reason, StringComparison.OrdinalIgnoreCase);
    }
}
