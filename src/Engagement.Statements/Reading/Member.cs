namespace Engagement.Statements.Reading;

/// <summary>One member of an object, by its tokens.</summary>
internal readonly record struct Member(Key Key, int KeyToken)
{
    public int Value => KeyToken + 1;
}
