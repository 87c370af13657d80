using System.Xml.Linq;
using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Evaluation.Plots;

namespace Engagement.Tests.Attrition.Evaluation;

public class PlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly ContenderResult Model = ContenderResult.Of(Weeks, new Contender("model", Weeks.Score, true));

    private static ScoredWeeks Weeks => MadeUpWeeks.Random(21, learners: 100);

    public static TheoryData<string> Pictures =>
        [ReliabilityPlot.Draw("Said & <seen>", Model.Pooled.Reliability!.Bins), CapacityPlot.Draw("Said & <seen>", Model.Shares)];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_says_in_words_what_it_shows(string picture)
    {
        var svg = XDocument.Parse(picture).Root!;
        Assert.Equal("Said & <seen>", svg.Element(Svg + "title")!.Value);
        Assert.Contains(" %", svg.Element(Svg + "desc")!.Value);
        var labels = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        Assert.Equal([svg.Element(Svg + "title")!.Attribute("id")!.Value, svg.Element(Svg + "desc")!.Attribute("id")!.Value], labels);
        Assert.Equal("img", svg.Attribute("role")!.Value);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void All_is_drawn_within_a_background_of_its_own(string picture)
    {
        var svg = XDocument.Parse(picture).Root!;
        var (width, height) = ((double)svg.Attribute("width")!, (double)svg.Attribute("height")!);
        var background = svg.Elements(Svg + "rect").First();
        Assert.Equal((width, height), ((double)background.Attribute("width")!, (double)background.Attribute("height")!));
        foreach (var name in new[] { "x", "x1", "x2", "cx" }) Assert.All(Places(svg, name), x => Assert.InRange(x, 0, width));
        foreach (var name in new[] { "y", "y1", "y2", "cy" }) Assert.All(Places(svg, name), y => Assert.InRange(y, 0, height));
    }

    [Fact]
    public void Each_bin_with_rows_has_a_point_and_its_count()
    {
        var svg = XDocument.Parse(ReliabilityPlot.Draw("t", [
            new ReliabilityBin(0, 0.1, 140_000, 0.03, 0.031), new ReliabilityBin(0.1, 0.2, 9_480, 0.14, 0.15),
            new ReliabilityBin(0.2, 0.3, 0, double.NaN, double.NaN),
        ])).Root!;
        Assert.Equal(2, svg.Elements(Svg + "circle").Count());
        var texts = svg.Elements(Svg + "text").Select(text => text.Value).ToList();
        Assert.Contains("140 k", texts);
        Assert.Contains("9,480", texts);
        Assert.Contains("20 %", texts);
        Assert.DoesNotContain("30 %", texts); // nothing is there
        Assert.Contains("3.0 % and 3.1 % of 140,000 person-weeks; 14.0 % and 15.0 % of 9,480", svg.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void The_default_share_has_its_figures_written_beside()
    {
        var shares = Enumerable.Range(1, 20).Select(percent => new ShareResult(percent, new PrecisionRecall(percent * 100, 400, 2000), null)).ToList();
        var texts = XDocument.Parse(CapacityPlot.Draw("t", shares)).Root!.Elements(Svg + "text").Select(text => text.Value).ToList();
        Assert.Contains("80.0 %", texts);
        Assert.Contains("20.0 %", texts);
        Assert.Contains("precision", texts);
        Assert.Contains("recall", texts);
    }

    private static IEnumerable<double> Places(XElement svg, string name) => svg.Descendants().Attributes(name).Select(attribute => (double)attribute);
}
