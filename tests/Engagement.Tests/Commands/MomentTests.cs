using Engagement.Commands;
using Engagement.Hosting;

namespace Engagement.Tests.Commands;

public class MomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("30m", "2026-03-10T11:30:00Z")]
    [InlineData("12h", "2026-03-10T00:00:00Z")]
    [InlineData("7d", "2026-03-03T12:00:00Z")]
    [InlineData("2w", "2026-02-24T12:00:00Z")]
    [InlineData("2026-03-01", "2026-03-01T00:00:00Z")]
    [InlineData("2026-03-01T08:00+02:00", "2026-03-01T06:00:00Z")]
    public void Span_counts_back_from_now_and_a_time_is_itself(string text, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), Moment.Parse("--since", text, Now));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("7y")]
    [InlineData("99999d")]
    [InlineData("99999999999d")]
    [InlineData("soon")]
    public void What_is_neither_is_said_so(string text) => Assert.StartsWith(
        "--at takes 30m,", Assert.Throws<Fault>(() => Moment.Parse("--at", text, Now)).Message, StringComparison.Ordinal);
}
