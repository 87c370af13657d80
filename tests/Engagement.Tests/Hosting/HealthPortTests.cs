using Engagement.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Hosting;

public class HealthPortTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8081", 8081)]
    [InlineData("http://*:9000", 9000)]
    [InlineData("http://127.0.0.1", 80)]
    public void Address_has_a_port(string url, int port) => Assert.Equal(new HealthPort(url, port), Of(url));

    [Fact]
    public void Unset_is_none() => Assert.Null(Of(""));

    [Theory]
    [InlineData("8081")]
    [InlineData("https://0.0.0.0:8081")]
    [InlineData("http://0.0.0.0:0")]
    public void What_is_no_address_is_named(string url) =>
        Assert.Contains("Health:Url", Assert.Throws<OptionsValidationException>(() => Of(url)).Message, StringComparison.Ordinal);

    private static HealthPort? Of(string url) => HealthPort.Of(new ConfigurationBuilder().AddInMemoryCollection([new("Health:Url", url)]).Build());
}
