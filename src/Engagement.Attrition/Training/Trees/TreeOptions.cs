namespace Engagement.Attrition.Training.Trees;

/// <summary>How trees are boosted.</summary>
public sealed record TreeOptions
{
    /// <summary>The most trees, from 1. Fewer where validation rows are given and no longer gain.</summary>
    public int MostTrees { get; init; } = 300;

    /// <summary>The most leaves of a tree, from 2.</summary>
    public int Leaves { get; init; } = 31;

    /// <summary>How much of what it would say by itself each tree adds, above 0 to 1.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>How strongly the values of leaves are held back (L2), above 0, in units of <see cref="LeastWeight"/>.</summary>
    public double Strength { get; init; } = 10;

    /// <summary>The least weight of a leaf, above 0: the sum of p (1 - p) of its rows, p what was predicted before the tree.</summary>
    public double LeastWeight { get; init; } = 10;

    /// <summary>The share of rows each tree is made of, above 0 to 1; drawn anew for each.</summary>
    public double RowShare { get; init; } = 0.7;

    /// <summary>The share of features each tree may ask of, above 0 to 1; drawn anew for each.</summary>
    public double FeatureShare { get; init; } = 0.5;

    /// <summary>After so many trees without a gain on the validation rows it ends, and the trees up to the best are kept.</summary>
    public int Patience { get; init; } = 30;

    /// <summary>Another seed, other draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The most that are used; the model does not depend on it.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;
}
