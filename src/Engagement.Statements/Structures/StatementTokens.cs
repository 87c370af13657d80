namespace Engagement.Statements.Structures;

/// <summary>Tokens of a statement's members; 0 where not given.</summary>
internal struct StatementTokens
{
    public int Id, Actor, Verb, Object, Result, Context, Timestamp, Stored, Authority, Version, Attachments;
}
