using Engagement.Ingest;
using Engagement.Statements;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Ingest;

public class ReadingSettingsTests
{
    [Fact]
    public void Without_settings_the_defaults_hold() => Assert.Equal(new ReadingOptions(), Read());

    [Fact]
    public void Each_policy_can_be_set()
    {
        Assert.Equal(
            new ReadingOptions
            {
                MaxStatementBytes = 2048, MaxDepth = 10, DefaultSpec = Spec.V2, AllowUnknownKeys = true, AllowMissingId = false,
                AllowMissingTimestamp = false, MaxAhead = TimeSpan.FromHours(1), AllowZonelessTimes = false,
            },
            Read(("MaxStatementBytes", "2048"), ("MaxDepth", "10"), ("DefaultSpec", "V2"), ("AllowUnknownKeys", "true"), ("AllowMissingId", "false"),
                ("AllowMissingTimestamp", "false"), ("MaxAhead", "01:00:00"), ("AllowZonelessTimes", "false")));
    }

    [Theory]
    [InlineData("MaxStatementBytes", "0")]
    [InlineData("MaxDepth", "0")]
    [InlineData("MaxDepth", "1001")]
    [InlineData("MaxDepth", "deep")]
    [InlineData("DefaultSpec", "7")]
    [InlineData("MaxAhead", "-00:00:01")]
    [InlineData("AllowMissingIds", "true")]
    public void Setting_that_can_not_work_is_named(string setting, string value) =>
        Assert.Contains("Statements:" + setting, Assert.Single(Assert.Throws<OptionsValidationException>(() => Read((setting, value))).Failures), StringComparison.Ordinal);

    [Fact]
    public void Worker_is_not_even_built_with_them() =>
        Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddIngest(Configuration(("MaxDepth", "5000"))));

    [Fact]
    public void Reader_takes_no_bounds_that_can_not_be_kept() =>
        Assert.Throws<ArgumentException>(() => new StatementReader(new Pseudonym(new byte[16]), new ReadingOptions { MaxDepth = 100_000 }));

    private static ReadingOptions Read(params (string Name, string Value)[] settings) => ReadingSettings.Read(Configuration(settings));

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Statements:" + s.Name, (string?)s.Value))).Build();
}
