using System.Collections.Frozen;

namespace Engagement.Statements;

/// <summary>What a platform's developer should change so that a rule of <see cref="Rules"/> is kept: one line each.</summary>
public static class RuleAdvice
{
    private static readonly FrozenDictionary<string, string> ByRule = new Dictionary<string, string>
    {
        [Rules.Empty] = "Do not send a message without a statement in it, be it without a body or an empty array; look where the sender loses them.",
        [Rules.Utf8] = "Encode the JSON in UTF-8 before it is sent; Latin-1 and UTF-16 are not read.",
        [Rules.Json] = "Write the statement with a JSON library, and check that nothing on the way cuts or joins messages.",
        [Rules.DuplicateKey] = "Write each key of an object once; look for code that adds a key that is there already.",
        [Rules.Depth] = "Flatten the extension that nests so deep, or raise Statements:MaxDepth.",
        [Rules.Size] = "Send a link instead of the content itself, or raise Statements:MaxStatementBytes.",
        [Rules.Required] = "Add the member that the path names.",
        [Rules.Null] = "Leave the key out where there is no value; null is for extensions only.",
        [Rules.Type] = "Send the JSON type that is asked for: numbers and booleans without quotes.",
        [Rules.UnknownKey] = "Move the key into extensions, or mend its spelling; keys are case-sensitive.",
        [Rules.Uuid] = "Send the UUID as 8-4-4-4-12 hexadecimal digits, without braces or prefix.",
        [Rules.Agent] = "Give the agent exactly one of mbox, mbox_sha1sum, openid and account.",
        [Rules.Group] = "Give the group one identifier, or a member array of agents.",
        [Rules.AnonymousActor] = "Identify the group, or send a statement for each of its members.",
        [Rules.Mbox] = "Write mbox as mailto: and one address.",
        [Rules.MboxSha1Sum] = "Send the SHA-1 of the whole mailto: IRI as 40 hexadecimal digits.",
        [Rules.Account] = "Fill account.name with the user's name or number on the platform.",
        [Rules.Iri] = "Use a full IRI with a scheme, such as https://host/path; percent-encode blanks.",
        [Rules.ObjectType] = "Use an objectType of xAPI, spelled exactly; leave it out for an activity.",
        [Rules.Interaction] = "Set interactionType, and give each component a unique id.",
        [Rules.SubStatement] = "Take id, stored, version, authority and any inner sub-statement out of the sub-statement.",
        [Rules.Score] = "Keep scaled within -1 and 1, min below max and raw between them; send percentages as fractions.",
        [Rules.Context] = "Send revision and platform only where the object is an activity.",
        [Rules.ContextActivities] = "Use no keys but parent, grouping, category and other.",
        [Rules.ContextAgents] = "Give each entry its objectType and its agent or group; relevantTypes is a non-empty list of IRIs.",
        [Rules.Timestamp] = "Send ISO 8601 with a zone, such as 2026-01-31T09:30:00Z, and check the sender's clock.",
        [Rules.Authority] = "Send an agent or a group of two agents, or leave authority out: it is not used here.",
        [Rules.Version] = "Send 1.0.3 or 2.0.0, or leave version out.",
        [Rules.Attachment] = "Give the attachment a fileUrl and all its members; its bytes can't come along over Kafka.",
        [Rules.LanguageTag] = "Use language tags such as en or pt-BR, with a hyphen.",
        [Rules.ExtensionKey] = "Use a full IRI as the extension's key.",
        [Rules.Duration] = "Send durations such as PT1M30S; neither negative nor as a bare number.",
        [Rules.CaliperEvent] = "Send an event type with one of the actions that Caliper 1.2 has for it.",
        [Rules.Voiding] = "Make the object of the voiding statement a StatementRef with the id of its target.",
    }.ToFrozenDictionary();

    /// <returns>Null for what is no rule of <see cref="Rules"/>.</returns>
    public static string? Of(string rule) => ByRule.GetValueOrDefault(rule);
}
