using System.Text;
using Engagement.Kafka.Files;

namespace Engagement.Tests.Kafka;

public sealed class StatementKeyTests
{
    [Theory]
    [InlineData("""{"actor":{"openid":"https://id.example/ada"}}""", "openid:https://id.example/ada")]
    [InlineData("""{"actor":{"account":{"homePage":"https://x.example","name":"42"}}}""", "account:https://x.example|42")]
    [InlineData("""{"actor":{"account":{"name":"42","more":[{}],"homePage":"https://x.example"}}}""", "account:https://x.example|42")]
    [InlineData("""{"id":"1","verb":{"actor":{"openid":"no"}},"actor":{"name":"Ada","openid":"yes"}}""", "openid:yes")]
    [InlineData("""{"actor":{"openid":"\u0061"}}""", "openid:a")]
    public void Is_the_identifier_of_the_actor(string statement, string key) => Assert.Equal(key, KeyOf(statement));

    [Fact]
    public void Is_one_for_an_address_and_its_hash_in_any_case()
    {
        const string hash = "d714b8a95bd857a37405a7b56db9108b60ae42bd"; // printf mailto:ada@example.org | sha1sum

        Assert.Equal("sha1:" + hash, KeyOf("""{"actor":{"mbox":"mailto:Ada@example.org"}}"""));
        Assert.Equal("sha1:" + hash, KeyOf("""{"actor":{"mbox":"MAILTO:ada@EXAMPLE.org"}}"""));
        Assert.Equal("sha1:" + hash, KeyOf("{\"actor\":{\"mbox_sha1sum\":\"" + hash.ToUpperInvariant() + "\"}}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"actor\":{\"openid\":\"x\"}}]")]
    [InlineData("{\"actor\":{\"openid\":\"x")]
    [InlineData("{\"actor\":\"me\"}")]
    [InlineData("{\"actor\":{}}")]
    [InlineData("{\"actor\":{\"openid\":5}}")]
    [InlineData("{\"actor\":{\"account\":{\"name\":\"42\"}}}")]
    [InlineData("{\"actor\":{\"openid\":\"\\ud800\"}}")]
    [InlineData("{\"verb\":{},}")]
    public void Is_empty_where_the_bytes_tell_nobody(string statement) => Assert.Equal("", KeyOf(statement));

    [Fact]
    public void Is_empty_for_an_identifier_that_is_not_UTF8() =>
        Assert.Empty(StatementKey.Of([.. "{\"actor\":{\"openid\":\""u8, 0xFF, .. "\"}}"u8]));

    private static string KeyOf(string statement) => Encoding.UTF8.GetString(StatementKey.Of(Encoding.UTF8.GetBytes(statement)));
}
