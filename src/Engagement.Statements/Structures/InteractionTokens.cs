namespace Engagement.Statements.Structures;

/// <summary>Tokens of an interaction's type and of any part that needs one; 0 where not given.</summary>
internal struct InteractionTokens
{
    public int Type;
    public int Part;
}
