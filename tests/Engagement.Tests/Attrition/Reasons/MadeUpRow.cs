using System.Globalization;
using Engagement.Attrition.Features;

namespace Engagement.Tests.Attrition.Reasons;

/// <summary>Rows of features that nobody lived.</summary>
internal static class MadeUpRow
{
    /// <summary>Given in the units people count in, logarithms are taken here; the rest is not known.</summary>
    public static float[] Of(params (string Feature, double Value)[] known)
    {
        var row = new float[FeatureList.All.Count];
        Array.Fill(row, float.NaN);
        foreach (var (feature, value) in known)
        {
            var place = FeatureList.PlaceOf(feature);
            row[place] = (float)(FeatureList.All[place].Unit switch
            {
                "log ratio" => Math.Log(value),
                ['l', 'o', 'g', ' ', ..] => Math.Log(1 + value),
                _ => value,
            });
        }
        return row;
    }

    /// <summary>The same, as name=value with spaces between.</summary>
    public static float[] Read(string known) => Of(
        [.. known.Split(' ').Select(part => part.Split('=')).Select(part => (part[0], double.Parse(part[1], CultureInfo.InvariantCulture)))]);

    /// <summary>Contributions to a logit; of the rest 0.</summary>
    public static double[] Contributions(params (string Feature, double Value)[] known)
    {
        var contributions = new double[FeatureList.All.Count];
        foreach (var (feature, value) in known) contributions[FeatureList.PlaceOf(feature)] = value;
        return contributions;
    }
}
