namespace Engagement.Statements.Reading;

/// <summary>
/// Every key that xAPI names, spelled as in JSON but for the case of its first letter; see <see cref="Keys"/>. Below 64, as
/// <see cref="Json.ContentHash"/> keeps those of an object as the bits of a number.
/// </summary>
internal enum Key : byte
{
    Unknown = 0,
    Id, Actor, Verb, Object, Result, Context, Timestamp, Stored, Authority, Version, Attachments,
    ObjectType, Name, Mbox, MboxSha1Sum, Openid, Account, HomePage, Member,
    Display, Definition, Description, Type, MoreInfo, Extensions,
    InteractionType, CorrectResponsesPattern, Choices, Scale, Source, Target, Steps,
    Score, Scaled, Raw, Min, Max, Success, Completion, Response, Duration,
    Registration, Instructor, Team, Revision, Platform, Language, Statement, ContextActivities, ContextAgents, ContextGroups,
    Parent, Grouping, Category, Other, Agent, Group, RelevantTypes,
    UsageType, ContentType, Length, Sha2, FileUrl,
}
