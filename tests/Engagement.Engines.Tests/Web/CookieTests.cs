using System.Net;
using System.Net.Http.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Web;

/// <summary>Cookies nobody gave, old ones, and requests that other sites make a browser send.</summary>
public sealed class CookieTests : IAsyncLifetime
{
    private readonly ShiftedTime _clock = new();
    private ClickHouseClient _clickHouse = null!;
    private WebRig _rig = null!;
    private string _cookie = "";

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _rig = await WebRig.StartAsync(_clickHouse, _clock);
        using var first = await _rig.NewAccountAsync("ann");
        using var signIn = await WebRig.SignInAsync(_rig.Browser(), "ann");
        _cookie = signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    [Fact]
    public async Task A_forged_or_altered_cookie_is_none()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_rig, _cookie));
        var middle = _cookie.Length / 2;
        string[] forged =
        [
            "engagement=", "engagement=x", "engagement=" + new string('A', 3000), _cookie[..middle], _cookie + "A",
            _cookie[..middle] + (_cookie[middle] == 'A' ? 'B' : 'A') + _cookie[(middle + 1)..], "__Host-" + _cookie,
            "engagement=chunks-9999", "engagement=chunks-2; engagementC1=a; engagementC2=b",
        ];
        foreach (var cookie in forged) Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(_rig, cookie));
    }

    [Fact]
    public async Task A_cookie_sealed_with_other_keys_is_none()
    {
        await using var other = await WebRig.StartAsync(_clickHouse);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other, _cookie));
    }

    [Fact]
    public async Task A_cookie_nobody_used_for_half_a_day_is_over()
    {
        _clock.Ahead = TimeSpan.FromHours(11.9);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_rig, _cookie));
        _clock.Ahead = TimeSpan.FromHours(12.1);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(_rig, _cookie));
    }

    [Fact]
    public async Task A_session_is_over_after_a_week_however_it_is_used()
    {
        using var browser = _rig.Browser();
        using var signIn = await WebRig.SignInAsync(browser, "ann");
        for (var hours = 0.0; hours < 7 * 24; hours += 8)
        {
            _clock.Ahead = TimeSpan.FromHours(hours);
            using var answer = await browser.GetAsync("/api/viewer");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        _clock.Ahead = TimeSpan.FromHours(7 * 24 + 0.1);
        using var late = await browser.GetAsync("/api/viewer");
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Theory]
    [InlineData("X-Engagement-Request", null)]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1.evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://evil.example@127.0.0.1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task What_another_site_makes_a_browser_send_changes_nothing(string header, string? value)
    {
        foreach (var path in new[] { "/api/sign-out", "/api/sign-in", "/api/start", "/api/courses", "/course" })
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
            {
                using var answer = await SendAsync(path, method, header, value);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            }
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_rig, _cookie));
    }

    [Fact]
    public async Task What_our_own_page_sends_is_taken()
    {
        using var answer = await SendAsync("/api/sign-out", HttpMethod.Post, "Origin", _rig.Url.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_needs_no_proof_of_origin_and_a_cookie_beside_it_does_not_make_up_for_a_bad_one()
    {
        using var machine = await _rig.WithKeyAsync();
        using var signOut = await machine.PostAsync("/api/sign-out", null);
        Assert.Equal(HttpStatusCode.NoContent, signOut.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_rig.Url, "/api/sign-out"));
        request.Headers.Add("Cookie", _cookie);
        request.Headers.Add("Authorization", "Bearer x");
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_rig, _cookie));
    }

    public async Task DisposeAsync()
    {
        await _rig.DisposeAsync();
        _clickHouse.Dispose();
    }

    /// <summary>What <c>/api/viewer</c> answers to a cookie.</summary>
    internal static async Task<HttpStatusCode> StatusAsync(WebRig rig, string cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(rig.Url, "/api/viewer"));
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, HttpMethod method, string header, string? value)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(method, new Uri(_rig.Url, path)) { Content = JsonContent.Create(new { user_name = "ann", password = WebRig.Password }) };
        request.Headers.Add("Cookie", _cookie);
        request.Headers.Add("X-Engagement-Request", "1");
        request.Headers.Remove(header);
        if (value is not null) request.Headers.TryAddWithoutValidation(header, value);
        return await http.SendAsync(request);
    }
}
