namespace Engagement.Attrition.Features;

/// <summary>
/// Features of person-weeks: a row is a learner of a course at a cut time, a column a feature, in the order of the feature list.
/// NaN: not known, e.g. a gap between active days of somebody who was active once. Values are not to be changed.
/// </summary>
public sealed class FeatureMatrix
{
    /// <param name="values">Row after row.</param>
    /// <param name="columns">At least 1.</param>
    /// <exception cref="ArgumentException">The values are no whole number of rows.</exception>
    public FeatureMatrix(float[] values, int columns)
    {
        if (values.Length % columns != 0) throw new ArgumentException($"{values.Length} values are no whole number of rows of {columns}", nameof(values));
        Values = values;
        Columns = columns;
        Rows = values.Length / columns;
    }

    public float[] Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>The first columns, copied; all of them: this.</summary>
    public FeatureMatrix First(int columns)
    {
        if (columns == Columns) return this;
        var values = new float[Rows * columns];
        for (var row = 0; row < Rows; row++) Row(row)[..columns].CopyTo(values.AsSpan(row * columns));
        return new FeatureMatrix(values, columns);
    }

    /// <summary>Some of the rows, copied.</summary>
    public FeatureMatrix Pick(int[] rows)
    {
        var values = GC.AllocateUninitializedArray<float>(rows.Length * Columns);
        for (var i = 0; i < rows.Length; i++) Row(rows[i]).CopyTo(values.AsSpan(i * Columns));
        return new FeatureMatrix(values, Columns);
    }

    /// <summary>Whether a column is not the same in every row.</summary>
    public bool Tells(int column)
    {
        for (var i = column; i < Values.Length; i += Columns)
            if (!Values[i].Equals(Values[column])) return true;
        return false;
    }

    /// <summary>The values of a column that are known and finite.</summary>
    internal List<float> Known(int column)
    {
        var known = new List<float>(Rows);
        for (var i = column; i < Values.Length; i += Columns)
            if (float.IsFinite(Values[i])) known.Add(Values[i]);
        return known;
    }

    /// <summary>The same, ascending.</summary>
    internal List<float> Sorted(int column)
    {
        var known = Known(column);
        known.Sort();
        return known;
    }
}
