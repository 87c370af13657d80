using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training;

/// <summary>Person-weeks whose outcome is known, and what a model made of them is to say about its origin. Not to be changed.</summary>
public sealed class TrainingSet
{
    /// <param name="features">NaN: not known. Infinities count as beyond the range of the feature.</param>
    /// <param name="labels">Whether the event happened; one a row.</param>
    /// <param name="names">The columns' names, in order, each once.</param>
    /// <exception cref="ArgumentException">The three do not fit each other, or there is no row.</exception>
    public TrainingSet(FeatureMatrix features, bool[] labels, IReadOnlyList<string> names)
    {
        if (features.Rows == 0) throw new ArgumentException("There is no row to learn from", nameof(features));
        if (labels.Length != features.Rows) throw new ArgumentException($"{labels.Length} labels for {features.Rows} rows", nameof(labels));
        if (names.Count != features.Columns)
            throw new ArgumentException($"{names.Count} names for {features.Columns} columns", nameof(names));
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two features are called {twice.Key}", nameof(names));
        Features = features;
        Labels = labels;
        Names = names;
    }

    public FeatureMatrix Features { get; }

    public bool[] Labels { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>What is predicted, e.g. "goes-silent".</summary>
    public string Task { get; init; } = "";

    /// <summary>The first and last of the rows, as the caller writes it: a date, or the name of a presentation.</summary>
    public string From { get; init; } = "";

    /// <inheritdoc cref="From"/>
    public string Until { get; init; } = "";

    /// <summary>Tells one set of rows from another; empty: not given.</summary>
    public string DataHash { get; init; } = "";

    public int Rows => Labels.Length;

    public double BaseRate => (double)Labels.Count(label => label) / Rows;

    /// <summary>The rows whose index is wanted, in order, copied; the rest as here.</summary>
    public TrainingSet Where(Predicate<int> isWanted)
    {
        var rows = Enumerable.Range(0, Rows).Where(row => isWanted(row)).ToArray();
        return new(Features.Pick(rows), Array.ConvertAll(rows, row => Labels[row]), Names)
        {
            Task = Task, From = From, Until = Until, DataHash = DataHash,
        };
    }

    /// <exception cref="ArgumentException">Nothing can be learnt from these rows, or the others have other features.</exception>
    internal void RefuseUnlike(TrainingSet? validation)
    {
        if (BaseRate is 0 or 1) throw new ArgumentException("Every row has the same outcome: there is nothing to learn");
        if (validation is not null && FeatureDifference.Between(Names, validation.Names) is { } difference)
            throw new ArgumentException($"The validation rows have other features: {difference}", nameof(validation));
    }

    /// <summary>At most so many rows, evenly spread.</summary>
    internal TrainingSet Sample(int most)
    {
        if (Rows <= most) return this;
        var taken = 0;
        return Where(row => row == (long)taken * Rows / most && ++taken > 0);
    }
}
