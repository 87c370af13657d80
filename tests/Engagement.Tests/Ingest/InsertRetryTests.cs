using Engagement.ClickHouse;
using Engagement.Ingest.Flushing;

namespace Engagement.Tests.Ingest;

public class InsertRetryTests
{
    private readonly InsertRetry _retry = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), () => 1);

    [Theory]
    [InlineData(3)]
    [InlineData(107)]
    [InlineData(159)]
    [InlineData(164)]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(209)]
    [InlineData(210)]
    [InlineData(241)]
    [InlineData(242)]
    [InlineData(243)]
    [InlineData(252)]
    [InlineData(285)]
    [InlineData(319)]
    [InlineData(425)]
    [InlineData(999)]
    [InlineData(-1)]
    public void An_outage_of_the_server_is_waited_for_however_long_it_takes(int code)
    {
        Assert.NotNull(_retry.Wait(new ClickHouseException(code, "busy"), 1));
        Assert.NotNull(_retry.Wait(new ClickHouseException(code, "busy"), 1_000_000));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(53)]
    [InlineData(60)]
    [InlineData(81)]
    [InlineData(117)]
    [InlineData(516)]
    public void A_fault_of_the_schema_or_of_ours_is_not_repeated(int code) =>
        Assert.Null(_retry.Wait(new ClickHouseException(code, "no"), 1));

    [Fact]
    public void The_network_is_waited_for_and_a_bug_is_not()
    {
        Assert.NotNull(_retry.Wait(new HttpRequestException("refused"), 1));
        Assert.NotNull(_retry.Wait(new IOException("reset"), 1));
        Assert.NotNull(_retry.Wait(new Confluent.Kafka.KafkaException(Confluent.Kafka.ErrorCode.Local_MsgTimedOut), 1));
        Assert.Null(_retry.Wait(new InvalidOperationException("bug"), 1));
    }

    [Fact]
    public void Waits_double_up_to_the_cap_and_are_spread_by_half()
    {
        var failure = new HttpRequestException("refused");
        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(1, 8).Select(i => _retry.Wait(failure, i)!.Value.TotalSeconds));
        var least = new InsertRetry(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), () => 0);
        Assert.Equal(0.25, least.Wait(failure, 1)!.Value.TotalSeconds);
    }

    [Fact]
    public void Too_many_parts_is_given_more_time_as_each_try_adds_parts() =>
        Assert.Equal(4, _retry.Wait(new ClickHouseException(252, "too many parts"), 1)!.Value.TotalSeconds);
}
