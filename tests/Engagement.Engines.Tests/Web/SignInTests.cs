using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Engines.Tests.Web;

/// <summary>How people and machines get in, and stay out.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly ShiftedTime _clock = new();
    private ClickHouseClient _clickHouse = null!;
    private WebRig _rig = null!;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _rig = await WebRig.StartAsync(_clickHouse, _clock);
    }

    [Fact]
    public async Task The_first_link_makes_the_owner_once_and_signs_in()
    {
        var code = WebRig.CodeOf((await Links.ForStartAsync("http://pages"))!);
        using var browser = _rig.Browser();
        using var weak = await StartAsync(browser, code, "ann", "short");
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using var started = await StartAsync(browser, code, "Ann");
        Assert.Equal(HttpStatusCode.NoContent, started.StatusCode);

        var who = await browser.GetFromJsonAsync<JsonElement>("/api/viewer");
        Assert.Equal("ann", who.GetProperty("name").GetString());
        Assert.Equal(["facilitator", "designer", "operator"], who.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));

        using var again = await StartAsync(_rig.Browser(), code, "eve");
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Null(await Links.ForStartAsync("http://pages"));
        Assert.Single(await Accounts.ListAsync());
    }

    [Fact]
    public async Task Of_many_who_use_one_link_at_once_one_gets_in()
    {
        var code = WebRig.CodeOf((await Links.ForStartAsync("http://pages"))!);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => StartAsync(_rig.Browser(), code, $"owner{n}")));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.NoContent);
        Assert.Single(await Accounts.ListAsync());
    }

    [Fact]
    public async Task A_link_dies_of_age_and_of_a_newer_one()
    {
        var older = WebRig.CodeOf((await Links.ForStartAsync("http://pages"))!);
        var newer = WebRig.CodeOf((await Links.ForStartAsync("http://pages"))!);
        using var byOlder = await StartAsync(_rig.Browser(), older, "ann");
        Assert.Equal(HttpStatusCode.BadRequest, byOlder.StatusCode);
        _clock.Ahead = OneTimeLinks.Life + TimeSpan.FromMinutes(1);
        using var byNewer = await StartAsync(_rig.Browser(), newer, "ann");
        Assert.Equal(HttpStatusCode.BadRequest, byNewer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_one_answer_and_the_fifth_closes_either()
    {
        using var signedIn = await _rig.NewAccountAsync("ann");
        using var browser = _rig.Browser();
        foreach (var name in new[] { "ann", "nobody" })
        {
            for (var n = 0; n < 5; n++)
            {
                using var wrong = await WebRig.SignInAsync(browser, name, "not it");
                Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
                Assert.Equal("User name or password is wrong", await TitleAsync(wrong));
                Assert.False(wrong.Headers.Contains("Set-Cookie"));
            }
            using var closed = await WebRig.SignInAsync(browser, name);
            Assert.Equal(HttpStatusCode.TooManyRequests, closed.StatusCode);
            Assert.InRange(closed.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        }
        _clock.Ahead = TimeSpan.FromSeconds(61);
        using var wrongAgain = await WebRig.SignInAsync(browser, "ann", "not it");
        Assert.Equal(HttpStatusCode.Unauthorized, wrongAgain.StatusCode);
        using var longer = await WebRig.SignInAsync(browser, "ann");
        Assert.InRange(longer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(61), TimeSpan.FromMinutes(2));
        _clock.Ahead += TimeSpan.FromSeconds(121);
        using var right = await WebRig.SignInAsync(browser, "ANN ");
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
    }

    [Fact]
    public async Task An_address_may_try_thirty_times_a_minute()
    {
        using var browser = _rig.Browser();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 31; n++)
        {
            using var answer = await browser.PostAsJsonAsync("/api/start", new { code = $"{n}" });
            answers.Add(answer.StatusCode);
        }
        Assert.All(answers[..30], status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[30]);
    }

    [Fact]
    public async Task A_cookie_is_kept_from_scripts_and_other_sites_and_over_TLS_bound_to_the_host()
    {
        using var signedIn = await _rig.NewAccountAsync("ann");
        using var plain = await WebRig.SignInAsync(_rig.Browser(), "ann");
        var cookie = Assert.Single(plain.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("engagement=", cookie, StringComparison.Ordinal);
        foreach (var mark in new[] { "httponly", "samesite=strict", "path=/" }) Assert.Contains(mark, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);

        await using var behindTls = await WebRig.StartAsync(_clickHouse, null, "Web:TrustedProxies=127.0.0.1");
        using var browser = behindTls.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var secure = await WebRig.SignInAsync(browser, "ann");
        cookie = Assert.Single(secure.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-engagement=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_TLS_nobody_signs_in_from_elsewhere()
    {
        await using var rig = await WebRig.StartAsync(_clickHouse, null, "Web:TrustedProxies=127.0.0.1");
        using var browser = rig.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        using var answer = await WebRig.SignInAsync(browser, "ann");
        Assert.Equal((HttpStatusCode.Forbidden, "Only over https"), (answer.StatusCode, await TitleAsync(answer)));
    }

    [Fact]
    public async Task A_session_ends_by_signing_out_for_every_copy_of_its_cookie()
    {
        using var thief = await _rig.NewAccountAsync("ann");
        using var browser = _rig.Browser();
        using var signIn = await WebRig.SignInAsync(browser, "ann");
        var stolen = signIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await CookieTests.StatusAsync(_rig, stolen));
        using var signOut = await browser.PostAsync("/api/sign-out", null);
        Assert.Equal(HttpStatusCode.NoContent, signOut.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await CookieTests.StatusAsync(_rig, stolen));
        using var other = await thief.GetAsync("/api/viewer");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode); // another session of the same account goes on
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_disabled_account_and_a_new_password_end_sessions_within_seconds(bool isDisabled)
    {
        using var browser = await _rig.NewAccountAsync("ann");
        var account = (await Accounts.FindAsync("ann"))!;
        await Accounts.SaveAsync(isDisabled ? account with { IsDisabled = true } : account.WithPassword(account.PasswordHash));
        _clock.Ahead = AccountDirectory.Freshness;
        using var answer = await browser.GetAsync("/api/viewer");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using var signIn = await WebRig.SignInAsync(browser, "ann");
        Assert.Equal(isDisabled ? HttpStatusCode.Unauthorized : HttpStatusCode.NoContent, signIn.StatusCode);
    }

    [Fact]
    public async Task A_key_is_stored_by_its_hash_noted_when_used_and_void_when_revoked()
    {
        var keys = _rig.Services.GetRequiredService<ApiKeyStore>();
        var (key, text) = await keys.CreateAsync("export", Scope.Everything);
        using var http = _rig.Browser();
        async Task<HttpStatusCode> AskAsync(string sent)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/courses");
            request.Headers.TryAddWithoutValidation("Authorization", sent);
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync("Bearer " + text));
        Assert.NotNull(Assert.Single(await keys.ListAsync()).UsedAt);
        var stored = await _clickHouse.ScalarAsync("SELECT toJSONString(tuple(*)) FROM api_keys");
        Assert.DoesNotContain(text[^43..], stored, StringComparison.Ordinal);
        foreach (var wrong in new[] { text[..^1] + (text[^1] == 'A' ? 'B' : 'A'), text[..^43], text.Replace("engk", "engx"), "", "engk_", text + "A", text + " " + text })
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("Bearer " + wrong));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("Basic YTpi"));

        await keys.RevokeAsync(key);
        _clock.Ahead = AccountDirectory.Freshness;
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("Bearer " + text));
    }

    [Fact]
    public async Task Keys_of_cookies_are_their_owners_alone()
    {
        using var browser = await _rig.NewAccountAsync("ann");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_rig.CookieKeys));
        var file = Assert.Single(Directory.EnumerateFiles(_rig.CookieKeys));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    public async Task DisposeAsync()
    {
        await _rig.DisposeAsync();
        _clickHouse.Dispose();
    }

    private OneTimeLinks Links => _rig.Services.GetRequiredService<OneTimeLinks>();

    private AccountStore Accounts => _rig.Services.GetRequiredService<AccountStore>();

    private static Task<HttpResponseMessage> StartAsync(HttpClient browser, string code, string name, string password = WebRig.Password) =>
        browser.PostAsJsonAsync("/api/start", new { code, user_name = name, password, time_zone = "Europe/Zurich" });

    private static async Task<string?> TitleAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString();
}
