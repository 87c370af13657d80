namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement doctor</c>.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task It_names_each_engine_with_version_and_place()
    {
        using var folder = new TemporaryFolder();
        var (_, output, _) = await EngagementProcess.RunAsync("doctor", "--data", folder.Path);
        Assert.Matches(@"ok +ClickHouse +26\.\d+\.\S+ answers at http://127\.0\.0\.1:\d+", output);
        Assert.Matches(@"ok +Kafka +1 broker\(s\) at 127\.0\.0\.1:\d+, librdkafka 2\.15\.1", output);
    }

    [Fact]
    public async Task A_wrong_address_of_ClickHouse_is_said_and_fails()
    {
        using var folder = new TemporaryFolder();
        var (code, output, _) = await EngagementProcess.RunAsync(
            new Dictionary<string, string> { ["ClickHouse__Url"] = "http://127.0.0.1:9" }, "doctor", "--data", folder.Path);
        Assert.Equal(1, code);
        Assert.Matches(@"WRONG +ClickHouse .*127\.0\.0\.1:9.*ClickHouse__Url", output);
    }
}
