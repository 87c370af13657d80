using System.Globalization;

namespace Engagement.Attrition.Evaluation.Plots;

/// <summary>Precision and recall by how many learners are pointed out a week.</summary>
public static class CapacityPlot
{
    private const double NamesApart = 16;

    /// <param name="title">One line, e.g. "Goes silent: what pointing out so many finds".</param>
    /// <param name="shares">At least two, in order of their percentages.</param>
    /// <param name="marked">The percentage whose figures are written beside.</param>
    /// <returns>An SVG document.</returns>
    public static string Draw(string title, IReadOnlyList<ShareResult> shares, int marked = ContenderResult.DefaultPercent)
    {
        var end = PlotArea.End(shares.Max(share => Math.Max(share.PerCourse.Precision, share.PerCourse.Recall)));
        var picture = new SvgPicture(660, 460, title, Describe(shares));
        var area = new PlotArea(picture, 84, 58, 460, 330, shares[^1].Percent / 100.0, end);
        area.Rows(PlotArea.Ticks(end), "precision, recall");
        area.Columns(PlotArea.Ticks(area.LargestX), "learners pointed out, share of each course a week", area.Bottom);
        picture.Line(area.X(marked / 100.0), area.Top, area.X(marked / 100.0), area.Bottom, SvgPicture.Quiet, 1, "2 3");
        Curve("precision", SvgPicture.Blue, figures => figures.Precision, figures => figures.Recall, rises: false);
        Curve("recall", SvgPicture.Vermilion, figures => figures.Recall, figures => figures.Precision, rises: true);
        return picture.ToString();

        void Curve(string name, string colour, Func<PrecisionRecall, double> of, Func<PrecisionRecall, double> other, bool rises)
        {
            picture.Path(shares.Select(share => (area.X(share.Percent / 100.0), area.Y(of(share.PerCourse)))), colour, 2.5);
            var (last, beside) = (area.Y(of(shares[^1].PerCourse)), area.Y(other(shares[^1].PerCourse)));
            var isHigher = last < beside || (last == beside && rises);
            var apart = Math.Max(0, NamesApart - Math.Abs(last - beside)) / 2;
            picture.Text(area.Right + 12, last + 4 + (isHigher ? -apart : apart), name, colour, size: 13, weight: 600);
            foreach (var here in shares.Where(share => share.Percent == marked).Select(share => share.PerCourse))
            {
                var (x, y, value) = (area.X(marked / 100.0), area.Y(of(here)), of(here));
                // Where the curve does not run: above one that rises that is to the left, below it to the right.
                var isAbove = value >= other(here);
                picture.Circle(x, y, colour);
                picture.Text(isAbove == rises ? x - 10 : x + 10, isAbove ? y - 9 : y + 19, value.ToString("0.0 %", CultureInfo.InvariantCulture),
                    colour, isAbove == rises ? "end" : "start", size: 13, weight: 600);
            }
        }
    }

    private static string Describe(IReadOnlyList<ShareResult> shares) =>
        "Share of learners pointed out a week, precision, recall: " + string.Join("; ", shares.Select(share => string.Create(
            CultureInfo.InvariantCulture, $"{share.Percent} %, {share.PerCourse.Precision:0.0 %}, {share.PerCourse.Recall:0.0 %}"))) + ".";
}
