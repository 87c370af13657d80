using Engagement.Tests;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Browser.Tests.Serving;

namespace Engagement.Browser.Tests.Web;

/// <summary>What the server says to whoever asks, seen without a browser.</summary>
[Collection(InBrowser.Name)]
public sealed class AnswersTests : IAsyncLifetime
{
    private static readonly string Sections = "/api/sections?course=" + Uri.EscapeDataString(Fractions.Id);
    private readonly ServedPages _pages;
    private HttpClient _http = null!;

    public AnswersTests(ServedPages pages)
    {
        _pages = pages;
        _pages.ClickHouse.Now = new CannedClickHouse.State();
    }

    public async Task InitializeAsync() => _http = await _pages.WithKeyAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/api/courses")]
    [InlineData("/api/sections")]
    [InlineData("/api/none")]
    [InlineData("/assets/none.js")]
    public async Task Every_answer_forbids_all_that_is_not_ours(string path)
    {
        using var response = await _http.GetAsync(path);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task An_outage_is_problem_details_with_the_same_headers()
    {
        _pages.ClickHouse.Now = new CannedClickHouse.State { IsAway = true };
        using var response = await _http.GetAsync("/api/courses");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.Null(response.Headers.ETag);
        using var health = await _http.GetAsync("/api/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    [Fact]
    public async Task Known_figures_cost_a_304_and_new_ones_are_sent()
    {
        using var first = await _http.GetAsync(Sections);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Headers.CacheControl?.NoCache);

        using var again = await AskKnowingAsync(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);

        _pages.ClickHouse.Now = new CannedClickHouse.State { AsOfMs = 1_760_000_002_000 };
        using var moved = await AskKnowingAsync(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.NotEqual(first.Headers.ETag, moved.Headers.ETag);
    }

    [Fact]
    public async Task Sections_hold_their_figures_by_the_promised_names()
    {
        using var answer = JsonDocument.Parse(await _http.GetStringAsync(Sections));
        var course = answer.RootElement.GetProperty("course");
        Assert.Equal(Fractions.Id, course.GetProperty("id").GetString());
        Assert.Equal("2025-10-09T08:53:20+00:00", course.GetProperty("as_of").GetString());

        var sections = answer.RootElement.GetProperty("sections");
        Assert.Equal(Enumerable.Range(1, 12), sections.EnumerateArray().Select(s => s.GetProperty("position").GetInt32()));
        var sixth = sections[5];
        Assert.Equal(62, sixth.GetProperty("skipped").GetInt64());
        Assert.Equal(118, sixth.GetProperty("known").GetInt64());
        Assert.Equal(62.0 / 118, sixth.GetProperty("skip_rate").GetDouble(), 12);
        Assert.Equal(47, sixth.GetProperty("median_seconds").GetDouble());
        Assert.True(sections[11].GetProperty("suppressed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, sections[11].GetProperty("reached").ValueKind);
    }

    [Theory]
    [InlineData("/api/sections", HttpStatusCode.BadRequest)]
    [InlineData("/api/sections?course=https://courses.example/none", HttpStatusCode.NotFound)]
    [InlineData("/api/none", HttpStatusCode.NotFound)]
    [InlineData("/assets/none.js", HttpStatusCode.NotFound)]
    [InlineData("/course?id=x", HttpStatusCode.OK)]
    public async Task Each_address_answers_with_its_status(string path, HttpStatusCode status)
    {
        using var response = await _http.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Hashed_assets_are_kept_for_ever_and_the_page_is_not()
    {
        using var page = await _http.GetAsync("/");
        Assert.True(page.Headers.CacheControl?.NoCache);
        var asset = Regex.Match(await page.Content.ReadAsStringAsync(), "src=\"(/assets/[^\"]+\\.js)\"").Groups[1].Value;
        using var script = await _http.GetAsync(asset);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.CacheControl?.ToString());
        Assert.NotNull(script.Headers.ETag);
    }

    [Fact]
    public async Task The_page_with_all_it_loads_is_small()
    {
        var folder = Path.Combine(Repository.Folder, "dashboards", "dist");
        long sent = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/" + Path.GetRelativePath(folder, file));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            using var response = await _http.SendAsync(request);
            sent += (await response.Content.ReadAsByteArrayAsync()).Length;
        }
        Assert.InRange(sent, 1, 250_000);
    }

    public Task DisposeAsync()
    {
        _http.Dispose();
        return Task.CompletedTask;
    }

    private Task<HttpResponseMessage> AskKnowingAsync(EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Sections);
        request.Headers.IfNoneMatch.Add(tag);
        return _http.SendAsync(request);
    }
}
