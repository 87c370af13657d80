namespace Engagement.Statements.Structures;

/// <summary>Tokens of an activity's parts; 0 where not given.</summary>
internal readonly record struct ActivityTokens(int Id, int Type, int Name, int Extensions);
