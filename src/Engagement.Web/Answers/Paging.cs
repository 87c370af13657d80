using System.Globalization;

namespace Engagement.Web.Answers;

/// <summary>Which part of a list is asked for.</summary>
internal static class Paging
{
    public const int MostItems = 200;

    /// <returns>Null: it is nothing that an answer gave as <c>next</c>.</returns>
    public static int? Start(string after) =>
        after.Length == 0 ? 0 : int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start is >= 0 and <= 1_000_000 ? start : null;

    /// <param name="found">One more than a page holds, where there are as many.</param>
    /// <param name="start">Where it began.</param>
    public static (IReadOnlyList<T> Items, string? Next) Page<T>(List<T> found, int start) => found.Count <= MostItems
        ? (found, null)
        : (found[..MostItems], (start + MostItems).ToString(CultureInfo.InvariantCulture));
}
