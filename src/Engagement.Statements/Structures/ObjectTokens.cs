namespace Engagement.Statements.Structures;

/// <summary>What the object of a statement turned out to be.</summary>
internal struct ObjectTokens
{
    public ObjectType Type;

    /// <summary>Filled where <see cref="Type"/> is Activity.</summary>
    public ActivityTokens Activity;

    /// <summary>Filled where <see cref="Type"/> is StatementRef.</summary>
    public Guid Target;
}
