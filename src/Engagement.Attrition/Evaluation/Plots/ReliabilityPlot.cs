using System.Globalization;

namespace Engagement.Attrition.Evaluation.Plots;

/// <summary>What was predicted against what happened, in ten bins, and how many person-weeks are behind each.</summary>
public static class ReliabilityPlot
{
    private const double StripHeight = 84;
    private const double StripGap = 22;
    private const int Sure = 100;

    /// <param name="title">One line, e.g. "Goes silent: predicted and observed".</param>
    /// <param name="bins">As in <see cref="Reliability.Bins"/>; at least one has rows.</param>
    /// <returns>An SVG document.</returns>
    public static string Draw(string title, IReadOnlyList<ReliabilityBin> bins)
    {
        var filled = bins.Where(bin => bin.Rows > 0).ToList();
        // Rare events leave the upper bins empty: the axes, alike, end where the highest bin or point does.
        var largest = PlotArea.End(Math.Max(filled[^1].High, filled.Max(bin => bin.EventRate)));
        var picture = new SvgPicture(600, 606, title, Describe(filled));
        var area = new PlotArea(picture, 84, 58, 480, 380, largest, largest);
        area.Rows(PlotArea.Ticks(largest), "share to whom it happened");
        picture.Line(area.X(0), area.Y(0), area.X(largest), area.Y(largest), SvgPicture.Quiet, 1.2, "5 4");
        picture.Text(area.X(largest * 0.97) - 14, area.Y(largest * 0.97) + 4, "as predicted", SvgPicture.Quiet, "end");
        picture.Path(filled.Select(bin => (area.X(bin.MeanScore), area.Y(bin.EventRate))), SvgPicture.Blue);
        foreach (var bin in filled) picture.Circle(area.X(bin.MeanScore), area.Y(bin.EventRate), SvgPicture.Blue, IsUnsure(bin));
        if (filled.Exists(IsUnsure))
        {
            picture.Circle(area.Right - 192, 30, SvgPicture.Blue, hollow: true);
            picture.Text(area.Right - 181, 34, $"fewer than {Sure} person-weeks", SvgPicture.Quiet);
        }
        Strip(picture, area, filled);
        area.Columns(PlotArea.Ticks(largest), "predicted probability (mean of each bin)", area.Bottom + StripGap + StripHeight);
        return picture.ToString();
    }

    // By logarithm: the first bin may have a thousand times the rows of the last.
    private static void Strip(SvgPicture picture, PlotArea area, List<ReliabilityBin> bins)
    {
        var bottom = area.Bottom + StripGap + StripHeight;
        var highest = StripHeight - 18;
        var most = Math.Log10(bins.Max(bin => bin.Rows) + 1);
        foreach (var bin in bins)
        {
            var height = Math.Log10(bin.Rows + 1) / most * highest;
            var (left, right) = (area.X(bin.Low) + 1.5, area.X(bin.High) - 1.5);
            picture.Rectangle(left, bottom - height, right - left, height, SvgPicture.Shade);
            picture.Text((left + right) / 2, bottom - height - 5, Short(bin.Rows), SvgPicture.Ink, "middle", 11);
        }
        picture.Line(area.Left, bottom, area.Right, bottom, SvgPicture.Quiet);
        picture.Text(area.Left - 48, bottom - StripHeight / 2, "person-weeks", SvgPicture.Ink, "middle", 13, turned: true);
        picture.Text(area.Left - 30, bottom - StripHeight / 2, "(log)", SvgPicture.Quiet, "middle", 11, turned: true);
    }

    // Of 100, chance alone moves the share by up to ten points.
    private static bool IsUnsure(ReliabilityBin bin) => bin.Rows < Sure;

    private static string Describe(List<ReliabilityBin> bins) => string.Create(CultureInfo.InvariantCulture,
        $"Mean predicted probability and share to whom it happened, by bin: {string.Join("; ", bins.Select(bin =>
            string.Create(CultureInfo.InvariantCulture, $"{bin.MeanScore:0.0 %} and {bin.EventRate:0.0 %} of {bin.Rows:N0} person-weeks")))}.");

    private static string Short(int rows) =>
        rows < 10_000 ? rows.ToString("N0", CultureInfo.InvariantCulture) : (rows / 1000.0).ToString("N0", CultureInfo.InvariantCulture) + " k";
}
