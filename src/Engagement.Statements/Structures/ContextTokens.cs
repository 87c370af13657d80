namespace Engagement.Statements.Structures;

/// <summary>Tokens of a context that have columns of their own; 0 where not given.</summary>
internal struct ContextTokens
{
    public int Activities, Extensions, Platform, Language;
    public bool HasInstructor, HasTeam;
    public Guid Registration, Statement;
}
