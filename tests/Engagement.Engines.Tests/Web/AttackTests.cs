using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Web.Accounts;
using Engagement.People;

namespace Engagement.Engines.Tests.Web;

/// <summary>What is thrown at a server that stands in the open. Afterwards it serves as before.</summary>
public sealed class AttackTests(AttackTests.Target target) : IClassFixture<AttackTests.Target>
{
    private readonly WebRig _rig = target.Rig;

    /// <summary>One server for all attacks: what one leaves behind, the next one meets.</summary>
    public sealed class Target : IAsyncLifetime
    {
        internal ClickHouseClient ClickHouse { get; private set; } = null!;
        internal WebRig Rig { get; private set; } = null!;
        internal HttpClient Friend { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            ClickHouse = await ClickHouseEngine.NewDatabaseAsync();
            Rig = await WebRig.StartAsync(ClickHouse, null, "Web:SignInsPerMinute=100000");
            await ClickHouse.ExecuteAsync("""
                INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, received_at, content_hash, sections, row_version, is_deleted)
                SELECT 'a-course', 'declared', '1', 'Course', 'unknown', '2020-01-01', '2020-01-01', 'h', [('s1', 'One', 'content', ['a1'], NULL, NULL, NULL, NULL, NULL, NULL)], 1, 0
                """);
            Friend = await Rig.WithKeyAsync();
        }

        public async Task DisposeAsync()
        {
            Friend.Dispose();
            await Rig.DisposeAsync();
            ClickHouse.Dispose();
        }
    }

    [Theory]
    [InlineData("/api/../api/courses")]
    [InlineData("/x/../api/courses")]
    [InlineData("//api/courses")]
    [InlineData("/api//courses")]
    [InlineData("/API/COURSES")]
    [InlineData("/api/courses/")]
    [InlineData("/api/courses%2f")]
    [InlineData("/api%2fcourses")]
    [InlineData("/%61pi/courses")]
    [InlineData("/api/%63ourses")]
    [InlineData("/api/%2e%2e/api/courses")]
    [InlineData("/health/..%2fapi/courses")]
    [InlineData("/sign-in/../api/courses")]
    [InlineData("/api/courses%00")]
    [InlineData("/api/courses;a=b")]
    [InlineData("/api/courses?x=../sign-in")]
    [InlineData("/api\\courses")]
    [InlineData("http://127.0.0.1/api/courses")]
    [InlineData("/assets/../../../../../../etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2f..%2fetc/passwd")]
    public async Task No_path_leads_around_the_door(string path)
    {
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {_rig.Url.Authority}\r\nConnection: close\r\n\r\n");
        Assert.Matches(@"^HTTP/1\.1 (200|400|401|404|503) ", answer);
        Assert.DoesNotContain("a-course", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        await FriendIsServedAsync();
    }

    [Fact]
    public async Task Sql_in_any_parameter_is_a_value_that_fits_nothing()
    {
        using var helper = await _rig.WithKeyAsync(new Scope(ViewerRoles.Facilitator, Guid.Empty, [], [new(Viewer.AllCourses, Viewer.AllCohorts)]));
        using var insider = await _rig.WithKeyAsync(new Scope(ViewerRoles.Designer, Guid.Empty, ["another", "') OR ('1'='1"], []));
        using var browser = _rig.Browser();
        string[] values =
        [
            "' OR '1'='1", "a-course' --", "') OR 1=1 --", "a-course\\' OR 1=1 --", "{all_courses:Bool}", "a-course'; DROP TABLE accounts; --", "\\N", "[]", "%", "*",
            "' UNION ALL SELECT password_hash FROM accounts --", "\0", "\t\n", new string('\'', 300), "url('http://127.0.0.1:1/')",
        ];
        foreach (var value in values)
        {
            var typed = Uri.EscapeDataString(value);
            using var sections = await insider.GetAsync($"/api/sections?course={typed}&course_id={typed}&param_course={typed}&database={typed}");
            Assert.Equal(HttpStatusCode.NotFound, sections.StatusCode);
            Assert.Equal("""{"courses":[]}""", await insider.GetStringAsync($"/api/courses?all_courses=1&param_all_courses=1&query={typed}"));
            foreach (var route in new[] { "reports/section-days", "reports/groups", "reports/survival", "reports/skips", "reports/answers", "reports/community" })
            {
                using var report = await insider.GetAsync($"/api/{route}?course={typed}&section={typed}");
                Assert.Equal(HttpStatusCode.NotFound, report.StatusCode);
            }
            foreach (var route in new[] { "alerts", "learners", "waiting" })
            {
                using var list = await helper.GetAsync($"/api/{route}?course={typed}");
                Assert.Contains("\"items\":[]", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                using var page = await helper.GetAsync($"/api/{route}?after={typed}&learner={typed}&over={typed}");
                Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
            }
            using var learner = await helper.GetAsync($"/api/learner?course={typed}&learner={typed}");
            Assert.Equal(HttpStatusCode.BadRequest, learner.StatusCode);
            using var alert = await helper.GetAsync($"/api/alerts/{typed}");
            Assert.True((int)alert.StatusCode is 400 or 404, $"{alert.StatusCode}");
            using var signIn = await WebRig.SignInAsync(browser, value, value);
            Assert.Contains(signIn.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests });
            using var start = await browser.PostAsJsonAsync("/api/start", new { code = value, user_name = value, password = value, time_zone = value });
            Assert.Equal(HttpStatusCode.BadRequest, start.StatusCode);
        }
        Assert.Equal("0", await target.ClickHouse.ScalarAsync("SELECT count() FROM accounts"));
        await FriendIsServedAsync();
    }

    [Theory]
    [InlineData("/api/sign-in", "", HttpStatusCode.BadRequest)]
    [InlineData("/api/sign-in", "null", HttpStatusCode.BadRequest)]
    [InlineData("/api/sign-in", "[]", HttpStatusCode.BadRequest)]
    [InlineData("/api/sign-in", "{\"user_name\":{\"a\":1}}", HttpStatusCode.BadRequest)]
    [InlineData("/api/sign-in", "{", HttpStatusCode.BadRequest)]
    [InlineData("/api/sign-in", "{\"user_name\":\"nobody-there\"}", HttpStatusCode.Unauthorized)]
    [InlineData("/api/start", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/api/start", "{\"code\":7}", HttpStatusCode.BadRequest)]
    public async Task Nonsense_is_refused_as_such(string path, string body, HttpStatusCode expected)
    {
        using var browser = _rig.Browser();
        using var answer = await browser.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var plain = await browser.PostAsync(path, new StringContent(body, Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.Unauthorized, plain.StatusCode); // no such route, as for every other unknown one; a form of another site is sent so
    }

    [Theory]
    [InlineData("/api/sign-in", true)]
    [InlineData("/api/start", true)]
    [InlineData("/api/sign-in", false)]
    [InlineData("/api/start", false)]
    public async Task Ten_megabytes_are_refused(string path, bool isLengthSaid)
    {
        var body = Encoding.ASCII.GetBytes("{\"password\":\"" + new string('a', 10_000_000) + "\"}");
        var head = $"POST {path} HTTP/1.1\r\nHost: {_rig.Url.Authority}\r\nConnection: close\r\nX-Engagement-Request: 1\r\nContent-Type: application/json\r\n";
        var answer = isLengthSaid
            ? await RawAsync($"{head}Content-Length: {body.Length}\r\n\r\n", body)
            : await RawAsync($"{head}Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n", body);
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        await FriendIsServedAsync();
    }

    [Fact]
    public async Task Floods_of_headers_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 5000).Select(n => $"X-{n}: a\r\n"));
        var wide = $"Cookie: {new string('a', 1_000_000)}\r\n";
        foreach (var flood in new[] { many, wide })
        {
            var answer = await RawAsync($"GET /api/courses HTTP/1.1\r\nHost: {_rig.Url.Authority}\r\n", Encoding.ASCII.GetBytes(flood + "\r\n"));
            Assert.StartsWith("HTTP/1.1 431 ", answer, StringComparison.Ordinal);
        }
        await FriendIsServedAsync();
    }

    [Fact]
    public async Task Two_hundred_sign_ins_at_once_leave_the_pages_answering()
    {
        using var done = new CancellationTokenSource();
        using var warm = await WebRig.SignInAsync(_rig.Browser(), "warm"); // the hasher is there
        var slowest = TimeSpan.Zero;
        var served = 0;
        var asking = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var started = Stopwatch.GetTimestamp();
                await FriendIsServedAsync();
                served++;
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            }
        });
        using var browser = _rig.Browser();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            using var answer = await WebRig.SignInAsync(browser, $"user{n}");
            return answer.StatusCode;
        })).InTime();
        await done.CancelAsync();
        await asking.InTime();

        Assert.All(answers, status => Assert.Contains(status, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests }));
        Assert.Contains(HttpStatusCode.Unauthorized, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers); // they hash in turns, and few may wait
        Assert.True(served > 5 && slowest < TimeSpan.FromSeconds(5), $"{served} answers meanwhile, the slowest after {slowest.TotalSeconds:0.0} s");
    }

    private async Task FriendIsServedAsync() =>
        Assert.Contains("a-course", await target.Friend.GetStringAsync("/api/courses"), StringComparison.Ordinal);

    /// <summary>Bytes as they are, which no client library would send; and the answer's beginning.</summary>
    private async Task<string> RawAsync(string head, byte[]? body = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_rig.Url.Host, _rig.Url.Port);
        var stream = client.GetStream();
        var answer = new byte[16 * 1024];
        var length = 0;
        var sending = SendAsync();
        try
        {
            while (length < answer.Length && await stream.ReadAsync(answer.AsMemory(length)).AsTask().InTime() is var read and > 0) length += read;
        }
        catch (IOException) when (length > 0)
        {
            // It answered, and then closed on what was still under way.
        }
        await sending;
        return Encoding.ASCII.GetString(answer, 0, length);

        async Task SendAsync()
        {
            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(head));
                if (body is not null) await stream.WriteAsync(body);
            }
            catch (IOException)
            {
                // It would hear no more: the answer says why.
            }
        }
    }
}
