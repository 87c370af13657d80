using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>What the specifications leave open: the defaults, and the other way.</summary>
public sealed class PolicyTests
{
    private static string Timed => Sample.With("timestamp", "\"2023-11-14T22:14:20Z\"", Sample.Least); // a minute after the broker's time

    [Fact]
    public void Defaults_are_these() => Assert.Equal(
        new ReadingOptions
        {
            MaxStatementBytes = 1_048_576,
            MaxDepth = 64,
            DefaultSpec = Spec.V1,
            AllowUnknownKeys = false,
            AllowZonelessTimes = true,
            AllowMissingId = true,
            AllowMissingTimestamp = true,
            MaxAhead = null,
        },
        new ReadingOptions());

    [Fact]
    public void Missing_id_is_refused_where_the_setting_says_so()
    {
        var strict = new ReadingOptions { AllowMissingId = false };
        Assert.True(Reading.Accepted(Sample.Least).IdIsDerived);
        Reading.Rejected(Sample.Least, Rules.Required, "$.id", strict);
        Reading.Accepted(Sample.Full, strict);
    }

    [Fact]
    public void Missing_timestamp_is_refused_where_the_setting_says_so()
    {
        var strict = new ReadingOptions { AllowMissingTimestamp = false };
        Assert.Equal(Reading.BrokerTime, Reading.Accepted(Sample.Least).OccurredAtMicros);
        Reading.Rejected(Sample.Least, Rules.Required, "$.timestamp", strict);
        Reading.Accepted(Timed, strict);
    }

    [Fact]
    public void Time_ahead_is_refused_beyond_the_bound_that_is_set()
    {
        Reading.Accepted(Timed);
        Reading.Accepted(Timed, new ReadingOptions { MaxAhead = TimeSpan.FromSeconds(60) });
        Reading.Rejected(Timed, Rules.Timestamp, "$.timestamp", new ReadingOptions { MaxAhead = TimeSpan.FromSeconds(59) });
        Reading.Accepted(Sample.With("timestamp", "\"1999-01-01T00:00:00Z\""), new ReadingOptions { MaxAhead = TimeSpan.Zero });
    }

    [Fact]
    public void Time_without_zone_is_refused_where_the_setting_says_so()
    {
        var zoneless = Sample.With("timestamp", "\"2023-11-14T22:14:20\"");
        Assert.True(Reading.Accepted(zoneless).ZoneAssumed);
        Reading.Rejected(zoneless, Rules.Timestamp, "$.timestamp", new ReadingOptions { AllowZonelessTimes = false });
    }
}
