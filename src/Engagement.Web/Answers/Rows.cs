namespace Engagement.Web.Answers;

/// <summary>Rows of an answer, and what they are worth. As CSV, where that is asked for, it is the items alone.</summary>
/// <param name="AsOf">When what they tell was computed; null: nothing is yet.</param>
/// <param name="Learners">How many learners are behind it all; null: too few to be told, or it is not about learners.</param>
/// <param name="Suppressed">Something is held back as too few learners are behind it.</param>
/// <param name="Items">In the order that the route says.</param>
/// <param name="Next">What <c>?after=</c> takes for the items that follow; null: these are the last.</param>
public sealed record Rows<T>(DateTimeOffset? AsOf, long? Learners, bool Suppressed, IReadOnlyList<T> Items, string? Next = null);

internal static class Rows
{
    /// <summary>Rows that are not about learners, and as new as the newest of them.</summary>
    public static Rows<T> OfEvents<T>(IReadOnlyList<T> items, Func<T, DateTimeOffset> at) => new(items.Count == 0 ? null : items.Max(at), Learners: null, Suppressed: false, items);
}
