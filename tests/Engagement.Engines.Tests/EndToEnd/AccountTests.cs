using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Engines.Tests.Engines;
using Engagement.Processes;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>From the first start to accounts and keys, as an operator does it.</summary>
public sealed class AccountTests
{
    private const string Password = "four words of no sense";

    [Fact]
    public async Task The_first_start_offers_an_account_and_verbs_make_and_end_the_others()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        string[] arguments = ["serve", "--roles", "web", "--urls", url, "--data", data];
        await using (var serve = EngagementProcess.Start(new Dictionary<string, string>(), arguments))
        {
            using var owner = await StartedAsync(url, await SignedIn.StartCodeAsync(serve), "owner");
            using var machine = await SignedIn.WithKeyAsync(data, url);
            await Until.TrueAsync(async () => await StatusAsync(machine, "/api/courses") == HttpStatusCode.OK, "the key is known");

            var (code, link, errors) = await EngagementProcess.RunAsync(
                "account", "add", "Ann", "--role", "operator", "--time-zone", "Europe/Zurich", "--urls", url, "--data", data);
            Assert.True(code == 0, errors);
            Assert.StartsWith($"{url}/start?code=", link, StringComparison.Ordinal);
            using var ann = await StartedAsync(url, Code(link), "ignored");
            Assert.Equal("ann", (await ann.GetFromJsonAsync<JsonElement>("/api/viewer")).GetProperty("name").GetString());
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(ann, "/api/courses"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(ann, "/api/health"));

            var reset = await EngagementProcess.RunAsync("account", "reset", "ann", "--urls", url, "--data", data);
            await Until.TrueAsync(async () => await StatusAsync(ann, "/api/viewer") == HttpStatusCode.Unauthorized, "her session is over");
            using var again = await StartedAsync(url, Code(reset.Output), "ann");
            Assert.Equal(0, (await EngagementProcess.RunAsync("account", "disable", "ann", "--data", data)).Code);
            await Until.TrueAsync(async () => await StatusAsync(again, "/api/viewer") == HttpStatusCode.Unauthorized, "her account is closed");
            Assert.Contains("disabled", (await EngagementProcess.RunAsync("account", "list", "--data", data)).Output, StringComparison.Ordinal);

            var key = (await EngagementProcess.RunAsync("key", "list", "--data", data)).Output.Split().First(word => Guid.TryParse(word, out _));
            Assert.Equal(0, (await EngagementProcess.RunAsync("key", "revoke", key, "--data", data)).Code);
            await Until.TrueAsync(async () => await StatusAsync(machine, "/api/courses") == HttpStatusCode.Unauthorized, "the key is void");
        }
        await using var second = EngagementProcess.Start(new Dictionary<string, string>(), arguments);
        using var owned = new HttpClient { BaseAddress = new Uri(url), DefaultRequestHeaders = { { "X-Engagement-Request", "1" } } };
        await Until.TrueAsync(() => second.HasEnded || second.Written.Contains("answers at " + url, StringComparison.Ordinal), "it answers");
        using var signIn = await owned.PostAsJsonAsync("/api/sign-in", new { user_name = "owner", password = Password });
        Assert.Equal(HttpStatusCode.NoContent, signIn.StatusCode);
        Assert.DoesNotContain("start?code", second.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--role goes with its scope", "account", "add", "ann", "--role", "designer")]
    [InlineData("a facilitator of nobody", "account", "add", "ann", "--role", "facilitator")]
    [InlineData("a cohort of no course", "account", "add", "ann", "--role", "facilitator", "--cohort", "a")]
    [InlineData("no such role", "account", "add", "ann", "--role", "owner")]
    [InlineData("no such zone", "account", "add", "ann", "--role", "operator", "--time-zone", "Mars/Base")]
    [InlineData("no user name", "account", "add", "a b", "--role", "operator")]
    [InlineData("no such account", "account", "disable", "ann")]
    [InlineData("no such key", "key", "revoke", "00000000-0000-0000-0000-000000000001")]
    public async Task What_cannot_be_meant_is_refused(string why, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await EngagementProcess.RunAsync([.. arguments, "--data", folder.File("data")]);
        Assert.True(code == 1, why);
        Assert.DoesNotContain("   at Engagement", errors, StringComparison.Ordinal);
    }

    private static string Code(string link) => link.Trim().Split("code=")[1].Split('&')[0];

    private static async Task<HttpClient> StartedAsync(string url, string code, string name)
    {
        var browser = new HttpClient { BaseAddress = new Uri(url), DefaultRequestHeaders = { { "X-Engagement-Request", "1" } } };
        using var answer = await browser.PostAsJsonAsync("/api/start", new { code, user_name = name, password = Password });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return browser;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }
}
