using Engagement.Ingest;

namespace Engagement.Tests.Ingest;

public class IngestOptionsTests
{
    [Fact]
    public void The_defaults_are_without_fault() => Assert.Empty(new IngestOptions().Faults());

    [Fact]
    public void Each_fault_names_the_setting_its_value_and_what_it_may_be()
    {
        var faults = new IngestOptions { BatchRows = 0, DrainTimeout = TimeSpan.FromMinutes(10) }.Faults();
        Assert.Equal(2, faults.Count);
        Assert.Equal("Ingest:BatchRows is 0; it must be from 1 to 500000.", faults[0]);
        Assert.StartsWith("Ingest:DrainTimeout is 00:10:00; it must be from 00:00:01 to 00:02:30", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_cap_of_the_waits_is_not_below_the_first() =>
        Assert.Single(new IngestOptions { RetryFirst = TimeSpan.FromSeconds(40) }.Faults());
}
