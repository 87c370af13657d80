using System.Text;
using Engagement.Ingest.Reading;

namespace Engagement.Tests.Ingest;

public class RowClockTests
{
    [Fact]
    public void Messages_of_one_instant_get_rising_times_with_room_for_each_statement_of_an_array()
    {
        var clock = new RowClock(new StoppedTime());
        var array = Encoding.UTF8.GetBytes(" [" + string.Join(',', Enumerable.Repeat(new string('x', 40), 10)) + "]");
        Assert.Equal(1_000_000_000, clock.Stamp("{}"u8));
        Assert.Equal(1_000_000_001, clock.Stamp(array));
        Assert.True(clock.Stamp("{}"u8) >= 1_000_000_001 + 10);
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1000);
    }
}
