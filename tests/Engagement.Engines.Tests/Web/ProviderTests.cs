using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Web;

/// <summary>Signing in over a provider: the code flow with state and PKCE, and nowhere else than back to our pages.</summary>
public sealed class ProviderTests(ProviderTests.Both both) : IClassFixture<ProviderTests.Both>
{
    private readonly FakeProvider _provider = both.Provider;
    private readonly WebRig _rig = both.Rig;

    /// <summary>The product with an account, and a provider.</summary>
    public sealed class Both : IAsyncLifetime
    {
        private ClickHouseClient _clickHouse = null!;
        internal FakeProvider Provider { get; private set; } = null!;
        internal WebRig Rig { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
            Provider = await FakeProvider.StartAsync();
            Rig = await WebRig.StartAsync(_clickHouse, null, Provider.Settings);
            using var ann = await Rig.NewAccountAsync("ann");
        }

        public async Task DisposeAsync()
        {
            await Rig.DisposeAsync();
            await Provider.DisposeAsync();
            _clickHouse.Dispose();
        }
    }

    [Fact]
    public async Task Whom_the_provider_names_is_signed_in_and_comes_back_to_the_page()
    {
        using var browser = _rig.Browser();
        Assert.Equal("single sign-on", (await browser.GetFromJsonAsync<JsonElement>("/api/sign-in")).GetProperty("provider").GetString());
        Assert.Equal("/course?id=a%2Fb", await LandingAsync(browser, "/course?id=a%2Fb"));
        Assert.Equal("ann", (await browser.GetFromJsonAsync<JsonElement>("/api/viewer")).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/x\r\nLocation: https://evil.example")]
    [InlineData("@evil.example")]
    [InlineData("")]
    public async Task The_way_back_leads_to_no_other_site(string asked)
    {
        using var browser = _rig.Browser();
        Assert.Equal("/", await LandingAsync(browser, asked));
    }

    [Theory]
    [InlineData("""{"preferred_username":"eve"}""")]
    [InlineData("""{"preferred_username":["ann"]}""")]
    [InlineData("""{"preferred_username":""}""")]
    [InlineData("""{"name":"ann"}""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public async Task Somebody_without_an_account_stays_out(string user)
    {
        using var browser = _rig.Browser();
        _provider.User = user;
        Assert.Equal("/sign-in?refused", await LandingAsync(browser, "/"));
        _provider.User = FakeProvider.Ann;
        using var viewer = await browser.GetAsync("/api/viewer");
        Assert.Equal(HttpStatusCode.Unauthorized, viewer.StatusCode);
    }

    [Fact]
    public async Task Another_browsers_answer_an_altered_state_and_a_code_used_twice_sign_nobody_in()
    {
        var before = _provider.Tokens;
        using var victim = _rig.Browser();
        using var attacker = _rig.Browser();
        var back = await BackAsync(attacker, "/");
        Assert.Equal("/sign-in?refused", await FollowAsync(victim, back)); // of a sign-in this browser never began
        Assert.Equal("/sign-in?refused", await FollowAsync(attacker, back.Replace("state=", "state=x", StringComparison.Ordinal)));
        Assert.Equal("/sign-in?refused", await FollowAsync(attacker, "/sign-in/provider/back"));
        Assert.Equal("/sign-in?refused", await FollowAsync(attacker, "/sign-in/provider/back?error=access_denied"));
        Assert.Equal(before, _provider.Tokens);

        var good = await BackAsync(attacker, "/");
        Assert.Equal("/", await FollowAsync(attacker, good));
        Assert.Equal("/sign-in?refused", await FollowAsync(attacker, good));
        Assert.Equal(before + 1, _provider.Tokens);
    }

    /// <summary>Where the browser ends up.</summary>
    private async Task<string> LandingAsync(HttpClient browser, string asked) => await FollowAsync(browser, await BackAsync(browser, asked));

    /// <summary>The address to which the provider sends the browser back.</summary>
    private static async Task<string> BackAsync(HttpClient browser, string asked)
    {
        var provider = await FollowAsync(browser, "/sign-in/provider?return=" + Uri.EscapeDataString(asked));
        Assert.Contains("code_challenge=", provider, StringComparison.Ordinal);
        return await FollowAsync(browser, provider);
    }

    private static async Task<string> FollowAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
