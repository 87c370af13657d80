using Microsoft.ML;
using Microsoft.ML.Data;

namespace Engagement.Adapters.MicrosoftML;

/// <summary>A row on its way to a trainer.</summary>
internal sealed class LearntRow
{
    public bool Label { get; set; }

    public float[] Features { get; set; } = [];

    /// <summary>Rows as ML.NET reads them: when it wants them, as often as it wants.</summary>
    /// <param name="ml">Where they are read.</param>
    /// <param name="count">Of rows.</param>
    /// <param name="columns">Of each.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="write">Writes the features of a row.</param>
    public static IDataView View(MLContext ml, int count, int columns, bool[] labels, Action<int, float[]> write)
    {
        var schema = SchemaDefinition.Create(typeof(LearntRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns);
        return ml.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(row =>
        {
            var features = new float[columns];
            write(row, features);
            return new LearntRow { Label = labels[row], Features = features };
        }), schema);
    }
}
