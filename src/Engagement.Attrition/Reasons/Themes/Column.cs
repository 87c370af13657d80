using Engagement.Attrition.Features;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>A feature in a row, in the units people count in: logarithms are undone. Thread-safe.</summary>
internal sealed class Column
{
    /// <summary>More of anything is a mistake in the data, not something to tell.</summary>
    private const double MostTold = 1_000_000;

    private readonly int _place;
    private readonly bool _isRatio, _isLogarithm;
    private readonly double _least, _most;

    /// <param name="name">Of the feature.</param>
    /// <param name="least">Of what it may be.</param>
    public Column(string name, double least = 0)
    {
        _place = FeatureList.PlaceOf(name);
        var unit = FeatureList.All[_place].Unit;
        _isRatio = unit == "log ratio";
        _isLogarithm = !_isRatio && unit.StartsWith("log ", StringComparison.Ordinal);
        (_least, _most) = (least, unit == "share" ? 1 : MostTold);
    }

    /// <summary>NaN: not known, or nothing it can be.</summary>
    public double In(ReadOnlySpan<float> row)
    {
        double value = row[_place];
        if (_isRatio) value = Math.Exp(value);
        else if (_isLogarithm) value = Math.Exp(value) - 1;
        return value >= _least && value <= _most ? value + 0.0 : double.NaN; // -0 + 0 is 0: a minus is not to be read
    }

    /// <summary>Rounded to a whole number, halves up: what went through a logarithm comes back a little off.</summary>
    public double Whole(ReadOnlySpan<float> row) => Math.Round(In(row), MidpointRounding.AwayFromZero);
}
