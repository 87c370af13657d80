namespace Engagement.Attrition.Training;

/// <summary>Two lists of features that should be one, told apart in words.</summary>
internal static class FeatureDifference
{
    private const int MostNames = 10;

    /// <summary>Null: there is none.</summary>
    public static string? Between(IReadOnlyList<string> trained, IReadOnlyList<string> computed)
    {
        if (trained.SequenceEqual(computed)) return null;
        var missing = trained.Except(computed).ToArray();
        var unknown = computed.Except(trained).ToArray();
        var parts = new List<string>();
        if (missing.Length > 0) parts.Add($"it wants {Names(missing)}, which is not computed");
        if (unknown.Length > 0) parts.Add($"it does not know {Names(unknown)}");
        if (parts.Count > 0) return string.Join("; ", parts);
        if (trained.Count != computed.Count) return $"it has {trained.Count}, here are {computed.Count} of the same names";
        var first = Enumerable.Range(0, trained.Count).First(i => trained[i] != computed[i]);
        return $"they are the same in another order: place {first + 1} is {trained[first]} in the model and {computed[first]} here";
    }

    private static string Names(string[] names) => names.Length <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more";
}
