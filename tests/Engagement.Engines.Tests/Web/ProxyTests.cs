using System.Net;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Web;

/// <summary>A proxy in front that says who asks.</summary>
public sealed class ProxyTests(ProxyTests.Store store) : IClassFixture<ProxyTests.Store>
{
    private const string Header = "Web:ProxyHeader=X-Forwarded-User";
    private readonly ClickHouseClient _clickHouse = store.ClickHouse;

    /// <summary>A database with an account.</summary>
    public sealed class Store : IAsyncLifetime
    {
        internal ClickHouseClient ClickHouse { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            ClickHouse = await ClickHouseEngine.NewDatabaseAsync();
            await using var rig = await WebRig.StartAsync(ClickHouse);
            using var ann = await rig.NewAccountAsync("ann");
        }

        public Task DisposeAsync()
        {
            ClickHouse.Dispose();
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK, "Ann")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", HttpStatusCode.OK, "ann")]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized, "nobody")]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized, "")]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized, "ann", "ann")]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("10.0.0.0/8", HttpStatusCode.Unauthorized, "ann")]
    public async Task Whom_it_names_is_believed_from_its_address_alone(string trusted, HttpStatusCode expected, params string[] names)
    {
        await using var rig = await WebRig.StartAsync(_clickHouse, null, Header, "Web:TrustedProxies=" + trusted);
        Assert.Equal(expected, await AskAsync(rig, HttpMethod.Get, names));
    }

    [Fact]
    public async Task Nobody_becomes_a_proxy_by_saying_so()
    {
        await using var rig = await WebRig.StartAsync(_clickHouse, null, Header, "Web:TrustedProxies=10.0.0.7");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(rig, HttpMethod.Get, ["ann"], ("X-Forwarded-For", "10.0.0.7"), ("Forwarded", "for=10.0.0.7"), ("X-Real-IP", "10.0.0.7")));
    }

    [Fact]
    public async Task Where_no_header_is_set_none_is_believed()
    {
        await using var rig = await WebRig.StartAsync(_clickHouse, null, "Web:TrustedProxies=127.0.0.1");
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(rig, HttpMethod.Get, ["ann"]));
    }

    [Fact]
    public async Task What_it_lets_through_still_must_be_of_our_own_page()
    {
        await using var rig = await WebRig.StartAsync(_clickHouse, null, Header, "Web:TrustedProxies=127.0.0.1");
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(rig, HttpMethod.Post, ["ann"]));
    }

    [Theory]
    [InlineData("Web:ProxyHeader=X-User")]
    [InlineData("Web:TrustedProxies=everybody")]
    [InlineData("Web:TrustedProxies=10.0.0.0/33")]
    [InlineData("Web:ProxyHeader=X User", "Web:TrustedProxies=127.0.0.1")]
    [InlineData("Web:ProxyHeader=X-User", "Web:TrustedProxies=127.0.0.1", "FORWARDEDHEADERS_ENABLED=true")]
    [InlineData("Web:OAuth:ClientId=x", "Web:OAuth:ClientSecret=y", "Web:OAuth:AuthorizationEndpoint=http://idp.example/a", "Web:OAuth:TokenEndpoint=https://idp.example/t", "Web:OAuth:UserInformationEndpoint=https://idp.example/u")]
    public async Task Settings_that_would_let_in_anybody_stop_the_start(params string[] settings) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebRig.StartAsync(_clickHouse, null, settings));

    private static async Task<HttpStatusCode> AskAsync(WebRig rig, HttpMethod method, string[] names, params (string Name, string Value)[] more)
    {
        using var http = new HttpClient { BaseAddress = rig.Url };
        using var request = new HttpRequestMessage(method, "/api/viewer");
        foreach (var name in names) request.Headers.TryAddWithoutValidation("X-Forwarded-User", name);
        foreach (var (name, value) in more) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
