using System.Globalization;

namespace Engagement.Attrition.Evaluation.Plots;

/// <summary>Where on a picture values are drawn: both axes begin at 0.</summary>
/// <param name="Picture">Drawn on.</param>
/// <param name="Left">In pixels, as the three that follow.</param>
/// <param name="Top">Of the highest value.</param>
/// <param name="Width">Of the largest x.</param>
/// <param name="Height">Of the highest value.</param>
/// <param name="LargestX">The value at the right.</param>
/// <param name="LargestY">The value at the top.</param>
internal sealed record PlotArea(SvgPicture Picture, double Left, double Top, double Width, double Height, double LargestX, double LargestY)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double X(double value) => Left + value / LargestX * Width;

    public double Y(double value) => Bottom - value / LargestY * Height;

    /// <summary>Lines across at these values, and their percentages.</summary>
    public void Rows(IEnumerable<double> values, string label)
    {
        foreach (var value in values)
        {
            Picture.Line(Left, Y(value), Right, Y(value), value == 0 ? SvgPicture.Quiet : SvgPicture.Grid);
            Picture.Text(Left - 8, Y(value) + 4, Percent(value), SvgPicture.Quiet, "end");
        }
        Picture.Text(Left - 48, Top + Height / 2, label, SvgPicture.Ink, "middle", 13, turned: true);
    }

    /// <summary>Percentages at these values, below the area.</summary>
    /// <param name="values">Of x.</param>
    /// <param name="label">Of the axis, with its unit.</param>
    /// <param name="bottom">Where the values are written under; the area's own bottom, unless something lies between.</param>
    public void Columns(IEnumerable<double> values, string label, double bottom)
    {
        foreach (var value in values) Picture.Text(X(value), bottom + 18, Percent(value), SvgPicture.Quiet, "middle");
        Picture.Text(Left + Width / 2, bottom + 42, label, SvgPicture.Ink, "middle", 13);
    }

    /// <summary>The first tick at or above a share.</summary>
    public static double End(double share) => Math.Ceiling(Math.Round(share / Step(share), 6)) * Step(share);

    /// <summary>From 0 to the end of an axis, about five.</summary>
    public static IEnumerable<double> Ticks(double end) => Enumerable.Range(0, (int)Math.Round(end / Step(end)) + 1).Select(i => i * Step(end));

    public static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static double Step(double largest) => new[] { 0.01, 0.02, 0.05, 0.1 }.FirstOrDefault(step => largest <= 5 * step, 0.2);
}
