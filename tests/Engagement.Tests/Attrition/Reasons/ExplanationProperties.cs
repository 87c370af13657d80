using Engagement.Attrition.Features;
using Engagement.Attrition.Reasons;
using Engagement.Attrition.Reasons.Themes;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Attrition.Reasons;

public class ExplanationProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly float[] Odd =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -0f, -1, -30, 88, 1e30f,
    ];

    [Fact]
    public void Whatever_a_row_holds_what_is_written_can_be_read() => Prop.ForAll<int>(seed =>
    {
        var (row, contributions) = Any(new Random(seed));
        var explanation = Explanation.Of(row, contributions);
        Assert.True(explanation.Reasons.Count <= ReasonWriter.Most);
        Assert.Equal(explanation.Reasons.Count, explanation.Reasons.DistinctBy(reason => reason.Code).Count());
        Assert.All(explanation.Reasons, reason => Assert.True(
            double.IsFinite(reason.Weight) && (reason.Weight > 0 || reason.Code is "waits-for-feedback" or "waits-for-help")));
        Assert.Equal(explanation.Reasons.OrderByDescending(reason => reason.Weight), explanation.Reasons);
    }).Check(Runs);

    [Fact]
    public void No_theme_writes_what_is_no_number_or_below_0_or_a_wrong_plural() => Prop.ForAll<int>(seed =>
    {
        var (row, _) = Any(new Random(seed));
        Assert.All(ThemeList.All.Select(theme => theme.Sentence(row)).OfType<string>(), text =>
        {
            Assert.DoesNotMatch(@"NaN|Infinity|∞|-\d|E\+", text);
            Assert.DoesNotMatch(@"\b1 (days|works|submissions|breaks|recorded actions|other courses)", text);
            Assert.DoesNotMatch(@"\b([02-9]|\d\d+) (day|break|recorded action|other course)\b", text);
        });
    }).Check(Runs);

    [Fact]
    public void Odd_values_leave_the_themes_something_to_say() // else the properties above would hold of nothing
    {
        var told = Enumerable.Range(0, 2000).Select(seed => Any(new Random(seed)).Row)
            .SelectMany(row => ThemeList.All.Where(theme => theme.Sentence(row) != null)).Select(theme => theme.Code).ToHashSet();
        Assert.Equal(ThemeList.All.Count, told.Count);
    }

    /// <summary>Values that may be, odd ones, and any bits at all.</summary>
    private static (float[] Row, double[] Contributions) Any(Random random)
    {
        var row = new float[FeatureList.All.Count];
        foreach (ref var value in row.AsSpan())
            value = random.Next(10) switch
            {
                0 => Odd[random.Next(Odd.Length)],
                1 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)),
                < 5 => random.Next(-3, 5),
                < 7 => random.NextSingle(),
                _ => MathF.Log(1 + random.Next(20)),
            };
        var contributions = new double[row.Length];
        foreach (ref var contribution in contributions.AsSpan())
            contribution = random.Next(50) == 0 ? Odd[random.Next(Odd.Length)] : random.NextDouble() - 0.4;
        return (row, contributions);
    }
}
