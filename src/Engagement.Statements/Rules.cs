namespace Engagement.Statements;

/// <summary>Names of the rules a statement can break. Stable: they are counted, shown and searched for.</summary>
public static class Rules
{
    /// <summary>There is nothing to read: no bytes, or white space alone.</summary>
    public const string Empty = "empty";

    /// <summary>The bytes are UTF-8.</summary>
    public const string Utf8 = "utf-8";

    /// <summary>The bytes are well-formed JSON, and nothing follows the value.</summary>
    public const string Json = "json";

    /// <summary>No key stands twice in one object.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>Nesting stays within the bound of <see cref="ReadingOptions.MaxDepth"/>.</summary>
    public const string Depth = "depth";

    /// <summary>A statement stays within the bound of <see cref="ReadingOptions.MaxStatementBytes"/>.</summary>
    public const string Size = "size";

    /// <summary>Whatever the specification requires is there, first of all actor, verb and object.</summary>
    public const string Required = "required";

    /// <summary>No null outside extensions.</summary>
    public const string Null = "null";

    /// <summary>Exact JSON types: no "5" for a number, no "true" for a boolean.</summary>
    public const string Type = "type";

    /// <summary>No key that the specification does not name; keys are case-sensitive.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>UUIDs in the 8-4-4-4-12 form, nothing else.</summary>
    public const string Uuid = "uuid";

    /// <summary>An agent has exactly one of mbox, mbox_sha1sum, openid and account, and no member.</summary>
    public const string Agent = "agent";

    /// <summary>A group has at most one identifier; without one it has members; members are agents.</summary>
    public const string Group = "group";

    /// <summary>The actor can be told from others: a group without an identifier is valid xAPI, but no learner.</summary>
    public const string AnonymousActor = "anonymous-actor";

    /// <summary>mbox is mailto: and one address.</summary>
    public const string Mbox = "mbox";

    /// <summary>mbox_sha1sum is 40 hexadecimal digits.</summary>
    public const string MboxSha1Sum = "mbox-sha1sum";

    /// <summary>An account's name is not empty.</summary>
    public const string Account = "account";

    /// <summary>IRIs, IRLs and URIs start with a scheme and hold no blanks; those of the web have a host.</summary>
    public const string Iri = "iri";

    /// <summary>objectType is one that the place allows, spelled exactly.</summary>
    public const string ObjectType = "object-type";

    /// <summary>Interaction type, components and response patterns as the specification has them.</summary>
    public const string Interaction = "interaction";

    /// <summary>A sub-statement has no id, stored, version or authority and holds no sub-statement.</summary>
    public const string SubStatement = "sub-statement";

    /// <summary>scaled lies in [-1, 1]; min is below max; raw lies between them.</summary>
    public const string Score = "score";

    /// <summary>revision and platform stand only where the object is an activity.</summary>
    public const string Context = "context";

    /// <summary>contextActivities has no keys but parent, grouping, category and other.</summary>
    public const string ContextActivities = "context-activities";

    /// <summary>contextAgents and contextGroups as xAPI 2.0 has them.</summary>
    public const string ContextAgents = "context-agents";

    /// <summary>timestamp and stored are ISO 8601 (2.0: RFC 3339), with no offset of minus zero, between 1900 and 2299.</summary>
    public const string Timestamp = "timestamp";

    /// <summary>authority is an agent, or a group of exactly two agents without an identifier.</summary>
    public const string Authority = "authority";

    /// <summary>version is 1.0, 1.0.x or 2.0.0.</summary>
    public const string Version = "version";

    /// <summary>Attachments are described in full and name where their bytes are: none can come along over Kafka.</summary>
    public const string Attachment = "attachment";

    /// <summary>Language tags are RFC 5646.</summary>
    public const string LanguageTag = "language-tag";

    /// <summary>Keys of extensions are IRIs.</summary>
    public const string ExtensionKey = "extension-key";

    /// <summary>Durations are ISO 8601 with designators; weeks stand alone; none is negative.</summary>
    public const string Duration = "duration";

    /// <summary>An event of Caliper is of a type that Caliper 1.1 or 1.2 defines, with an action of that type.</summary>
    public const string CaliperEvent = "caliper-event";

    /// <summary>A voiding statement's object is a reference to a statement.</summary>
    public const string Voiding = "voiding";
}
