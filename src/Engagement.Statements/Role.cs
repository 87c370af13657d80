namespace Engagement.Statements;

/// <summary>What a verb tells about a visit. The table verbs.tsv maps full verb ids to roles; an unknown verb is <see cref="Touch"/>.</summary>
public enum Role : byte
{
    Touch = 0,
    Enter = 1,
    Exit = 2,
    Pulse = 3,
    Act = 4,
    Ask = 5,
    Feedback = 6,
    Course = 7,
    Void = 8,
}
