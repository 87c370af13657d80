using System.Globalization;
using System.Xml.Linq;

namespace Engagement.Attrition.Evaluation.Plots;

/// <summary>
/// A drawing as SVG, on a background of its own, so that it reads on light and dark pages alike. Lengths are pixels from the upper left.
/// Colours are of Okabe and Ito's palette, which people with any colour vision can tell apart.
/// </summary>
internal sealed class SvgPicture
{
    public const string Paper = "#ffffff";
    public const string Ink = "#1f2933";
    public const string Quiet = "#52606d";
    public const string Grid = "#e4e7eb";
    public const string Shade = "#9fb3c8";
    public const string Blue = "#0072b2";
    public const string Vermilion = "#d55e00";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _root;

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="title">What it shows: read out by screen readers.</param>
    /// <param name="description">What one sees on it, in words and figures.</param>
    public SvgPicture(int width, int height, string title, string description)
    {
        _root = new XElement(Svg + "svg",
            new XAttribute("width", width), new XAttribute("height", height), new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title description"),
            new XAttribute("font-family", "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"),
            new XElement(Svg + "title", new XAttribute("id", "title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "description"), description));
        Add("rect", ("width", width), ("height", height), ("rx", 8), ("fill", Paper));
        Text(24, 34, title, Ink, size: 16, weight: 600);
    }

    /// <summary>Drawn through, unless <paramref name="dash"/> has the lengths of dashes and gaps.</summary>
    public void Line(double x1, double y1, double x2, double y2, string colour, double width = 1, string? dash = null) => Add("line",
        ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", colour), ("stroke-width", width), ("stroke-dasharray", dash));

    /// <summary>From each point to the next.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string colour, double width = 2) => Add("polyline",
        ("points", string.Join(' ', points.Select(point => $"{Short(point.X)},{Short(point.Y)}"))),
        ("fill", "none"), ("stroke", colour), ("stroke-width", width), ("stroke-linejoin", "round"));

    public void Rectangle(double x, double y, double width, double height, string colour) => Add("rect",
        ("x", x), ("y", y), ("width", width), ("height", height), ("fill", colour));

    /// <summary>With a white rim, so that it stands out from lines beneath; or hollow.</summary>
    public void Circle(double x, double y, string colour, bool hollow = false) => Add("circle",
        ("cx", x), ("cy", y), ("r", hollow ? 4.5 : 5.5),
        ("fill", hollow ? Paper : colour), ("stroke", hollow ? colour : Paper), ("stroke-width", hollow ? 2 : 1.5));

    /// <summary>What of it is at x says <paramref name="anchor"/>: start, middle or end. <paramref name="turned"/>: written upwards.</summary>
    public void Text(double x, double y, string text, string colour, string anchor = "start", int size = 12, int weight = 400, bool turned = false) =>
        Add("text", ("x", x), ("y", y), ("fill", colour), ("text-anchor", anchor), ("font-size", size), ("font-weight", weight),
            ("transform", turned ? $"rotate(-90 {Short(x)} {Short(y)})" : null)).Value = text;

    public override string ToString() => _root + "\n";

    private XElement Add(string name, params (string Name, object? Value)[] attributes)
    {
        var element = new XElement(Svg + name, attributes.Where(a => a.Value is not null)
            .Select(a => new XAttribute(a.Name, a.Value is double number ? Short(number) : a.Value!)));
        _root.Add(element);
        return element;
    }

    private static string Short(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
