using System.Net;
using System.Net.Http.Json;
using System.Text;
using Engagement.Alerts;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Alerts;
using Engagement.Engines.Tests.Engines;
using Engagement.People;
using Engagement.People.Identity;
using Engagement.Web.Accounts;
using Engagement.Web.Answers;
using Engagement.Web.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.Web;

/// <summary>Every route × everybody who may ask. A route that is not in the table fails.</summary>
public sealed class ApiMatrixTests : IAsyncLifetime
{
    private const string OtherCourse = "urn:other";
    private static readonly Guid Colleague = new("00000000-0000-0000-0000-0000000000cc");

    // Learner 1 is the facilitator's own, 2 a colleague's in the same course, 3 a colleague's in another course. Places: nobody signed in; a
    // key without a role; a designer of the course, and of another; a facilitator asking for their own learner, for a colleague's of the course,
    // and for one of another course; an operator.
    private const string Table = """
        route                              nobody none designer other-designer own colleague other-course operator
        GET /api/sign-in                      200  200      200            200 200       200          200      200
        POST /api/sign-in                     401  401      401            401 401       401          401      401
        POST /api/start                       400  400      400            400 400       400          400      400
        POST /api/sign-out                    401  204      204            204 204       204          204      204
        GET /api/viewer                       401  200      200            200 200       200          200      200
        GET /api/{documentName}.json          401  200      200            200 200       200          200      200
        GET /api/beginning                    401  200      200            200 200       200          200      200
        GET /api/courses                      401  403      200            200 200       200          200      403
        GET /api/sections                     401  403      200            404 200       200          404      403
        GET /api/reports/section-days         401  403      200            404 200       200          404      403
        GET /api/reports/groups               401  403      200            404 200       200          404      403
        GET /api/reports/versions             401  403      200            404 200       200          404      403
        GET /api/reports/survival             401  403      200            404 200       200          404      403
        GET /api/reports/skips                401  403      200            404 200       200          404      403
        GET /api/reports/answers              401  403      200            404 200       200          404      403
        GET /api/reports/community            401  403      200            404 200       200          404      403
        GET /api/reports/section              401  403      200            404 200       200          404      403
        GET /api/reports/followed             401  403      200            404 200       200          404      403
        GET /api/reports/quality              401  403      200            404 200       200          404      403
        GET /api/reports/rejected             401  403      200            200 200       200          200      403
        GET /api/alerts                       401  403      403            403 200       200          200      403
        GET /api/alerts/{id:guid}             401  403      403            403 200       404          404      403
        POST /api/alerts/{id:guid}/changes    401  403      403            403 200       404          404      403
        GET /api/learners                     401  403      403            403 200       200          200      403
        GET /api/learner                      401  403      403            403 200       404          404      403
        GET /api/explain                      401  403      403            403 200       404          404      403
        GET /api/waiting                      401  403      403            403 200       200          200      403
        GET /api/outcomes                     401  403      403            403 200       200          200      403
        GET /api/operations/steps             401  403      403            403 403       403          403      200
        GET /api/operations/rejected          401  403      403            403 403       403          403      200
        GET /api/operations/channels          401  403      403            403 403       403          403      200
        GET /api/operations/models            401  403      403            403 403       403          403      200
        GET /api/health                       401  403      403            403 403       403          403      200
        """;

    private static readonly string[] Names = ["Ada Lovelace", "Mary Somerville", "Emmy Noether", "ada@example.org", "mary@example.org", "emmy@example.org"];

    private readonly CancellationTokenSource _stop = new();
    private ClickHouseClient _clickHouse = null!;
    private AlertedCourse _course = null!;
    private WebRig _rig = null!;
    private Task _worker = Task.CompletedTask;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _course = new AlertedCourse(_clickHouse);
        foreach (var course in new[] { AlertedCourse.Course, OtherCourse })
            await _clickHouse.ExecuteAsync("""
                INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, received_at, content_hash, sections, row_version, is_deleted)
                SELECT {course:String}, 'declared', '1', 'A course', 'unknown', '2020-01-01', '2020-01-01', 'h', [('s1', 'One', 'content', ['a1'], NULL, NULL, NULL, NULL, NULL, NULL)], 1, 0
                """, [("course", course)]);
        foreach (var (learner, course, facilitator) in new[] { (1, AlertedCourse.Course, AlertedCourse.Facilitator), (2, AlertedCourse.Course, Colleague), (3, OtherCourse, Colleague) })
        {
            await _course.EnrolAsync(learner, lastDaysAgo: 9, course);
            await _course.LookAfterAsync(learner, facilitator, course);
            await _course.ScoreAsync(learner, 0.7, course: course);
        }
        await _course.HandInAsync(1, hoursAgo: 5);
        await new Identities(_clickHouse, new IdentityKey(new byte[32]), TimeProvider.System, NullLogger<Identities>.Instance).SaveAsync(
            [.. Enumerable.Range(0, 3).Select(i => new Person(AlertedCourse.Learner(i + 1), Names[i], Names[i + 3], ""))]);
        Assert.Equal(3, (await _course.NewWorker().RunAsync(isRaising: true)).Raised);
        _rig = await WebRig.StartAsync(_clickHouse);
        _worker = WorkAsync();
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _worker;
        await _rig.DisposeAsync();
        _clickHouse.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Everybody_gets_at_each_route_what_the_table_says_and_no_more()
    {
        var table = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var wanted = table.Skip(1).ToDictionary(line => $"{line[0]} {line[1]}", line => line[2..]);
        Assert.Equal(wanted.Keys.Order(), Routes().Order());

        var askers = await AskersAsync();
        Assert.Equal(table[0][1..], askers.Select(asker => asker.Name));
        var told = new List<string>();
        foreach (var (route, codes) in wanted)
            foreach (var (asker, code) in askers.Zip(codes))
            {
                using var answer = await asker.Http.SendAsync(Request(route, asker));
                if ($"{(int)answer.StatusCode}" != code) told.Add($"{route} for {asker.Name}: {(int)answer.StatusCode}, not {code}");
                if (!answer.IsSuccessStatusCode) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                var known = asker.Name is "own" or "colleague" or "other-course" ? [1] : Array.Empty<int>();
                Assert.All(Enumerable.Range(1, 3).Except(known), learner => Assert.False(Tells(bytes, learner), $"{route} tells {asker.Name} of learner {learner}"));
            }
        Assert.True(told.Count == 0, string.Join('\n', told));
        foreach (var asker in askers) asker.Http.Dispose();
    }

    [Fact]
    public async Task A_facilitator_reads_names_writes_notes_and_sees_what_was_done()
    {
        using var http = await FacilitatorAsync();
        var alert = AlertIds.Alert(AlertedCourse.Course, AlertedCourse.Learner(1), 0);
        var listed = await http.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/alerts");
        var item = Assert.Single(listed.GetProperty("items").EnumerateArray());
        Assert.Equal(("Ada Lovelace", "open", "A course"), (item.GetProperty("name").GetString(), item.GetProperty("state").GetString(), item.GetProperty("course_title").GetString()));

        using var changed = await http.PostAsJsonAsync($"/api/alerts/{alert}/changes", new { change = "contacted", note = "Ada will be back on Monday", id = Guid.NewGuid() });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var answer = await changed.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.Equal("contacted", answer.GetProperty("alert").GetProperty("state").GetString());
        Assert.True(answer.GetProperty("alert").GetProperty("is_mine").GetBoolean());
        Assert.Equal(["raised", "contacted"], answer.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("change").GetString()));
        Assert.Equal("Ada will be back on Monday", answer.GetProperty("history")[1].GetProperty("note").GetString());
        Assert.Equal("0", await _clickHouse.ScalarAsync("SELECT countIf(position(sealed, 'Monday') > 0) FROM alert_notes"));

        using var refused = await http.PostAsJsonAsync($"/api/alerts/{alert}/changes", new { change = "acknowledged" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("in hand already", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var nonsense = await http.PostAsJsonAsync($"/api/alerts/{alert}/changes", new { change = "raised" });
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        Assert.NotEqual("0", await _clickHouse.ScalarAsync("SELECT count() FROM identity_reads WHERE purpose = 'note'"));
    }

    [Theory]
    [InlineData("completed_at")]
    [InlineData("withdrawn_at")]
    public async Task Who_is_through_with_the_course_is_in_no_list_and_keeps_their_page(string end)
    {
        using var http = await FacilitatorAsync();
        await _course.EnrolAsync(1, hasCompleted: end == "completed_at", hasWithdrawn: end == "withdrawn_at");
        var listed = await http.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/learners");
        Assert.Empty(listed.GetProperty("items").EnumerateArray());

        var page = await http.GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/learner?course={AlertedCourse.Course}&learner={AlertedCourse.Learner(1)}");
        Assert.Equal("Ada Lovelace", page.GetProperty("learner").GetProperty("name").GetString());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, page.GetProperty("learner").GetProperty(end).ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, page.GetProperty("learner").GetProperty("place").ValueKind); // a risk they no longer are
    }

    [Fact]
    public async Task How_it_goes_is_told_in_counts_of_ones_own_learners()
    {
        var viewer = new Viewer(Guid.NewGuid(), "fay", ViewerRoles.Facilitator, AlertedCourse.Facilitator, [], []);
        var queries = new OutcomeQueries(new PageReader(_clickHouse));
        _course.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal([new Answered("feedback", Made: 1, WithinADay: 0, Unanswered: 1, HoursMedian: null)], await queries.AnsweredAsync(viewer, _course.Clock.Now, default));
        Assert.Equal(new Returned(0, 0, 0, 0, null, null), await queries.ReturnedAsync(viewer, _course.Clock.Now, default)); // none has had its 14 days
        _course.Clock.Now += TimeSpan.FromDays(20);
        Assert.Equal(new Returned(0, 0, NotContacted: 1, 0, null, null), await queries.ReturnedAsync(viewer, _course.Clock.Now, default));
        Assert.Empty(await queries.AnsweredAsync(viewer with { Roles = ViewerRoles.Designer }, _course.Clock.Now, default));
    }

    [Fact]
    public async Task A_list_comes_as_csv_where_that_is_preferred_and_a_formula_in_it_is_none()
    {
        await new Identities(_clickHouse, new IdentityKey(new byte[32]), TimeProvider.System, NullLogger<Identities>.Instance).SaveAsync([new Person(AlertedCourse.Learner(1), "=HYPERLINK(\"x\")", "", "")]);
        using var http = await FacilitatorAsync();
        http.DefaultRequestHeaders.Accept.ParseAdd("text/csv");
        using var answer = await http.GetAsync("/api/learners");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("course,learner,cohort,registered_at", lines[0], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_answer_is_not_sent_twice_and_who_asks_too_often_waits()
    {
        using var http = await FacilitatorAsync();
        using var first = await http.GetAsync("/api/alerts");
        http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await http.GetAsync("/api/alerts");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => http.GetAsync("/api/alerts?after=x")));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers.Select(answer => answer.StatusCode));
        foreach (var answer in answers) answer.Dispose();
        using var other = await _rig.WithKeyAsync();
        using var served = await other.GetAsync("/api/courses");
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    private async Task WorkAsync()
    {
        var worker = _course.NewWorker();
        while (!_stop.IsCancellationRequested)
        {
            await worker.RunAsync(isRaising: false);
            await Task.Delay(50, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task<HttpClient> FacilitatorAsync() => _rig.WithKeyAsync(new Scope(ViewerRoles.Facilitator, AlertedCourse.Facilitator, [], []));

    private async Task<List<Asker>> AskersAsync()
    {
        Scope Designer(string course) => new(ViewerRoles.Designer, Guid.Empty, [course], []);
        return
        [
            new("nobody", _rig.Browser(), AlertedCourse.Course, 1),
            new("none", await _rig.WithKeyAsync(Scope.Everything with { Roles = ViewerRoles.None }), AlertedCourse.Course, 1),
            new("designer", await _rig.WithKeyAsync(Designer(AlertedCourse.Course)), AlertedCourse.Course, 1),
            new("other-designer", await _rig.WithKeyAsync(Designer(OtherCourse)), AlertedCourse.Course, 1),
            new("own", await FacilitatorAsync(), AlertedCourse.Course, 1),
            new("colleague", await FacilitatorAsync(), AlertedCourse.Course, 2),
            new("other-course", await FacilitatorAsync(), OtherCourse, 3),
            new("operator", await _rig.WithKeyAsync(Scope.Everything with { Roles = ViewerRoles.Operator }), AlertedCourse.Course, 1),
        ];
    }

    private static HttpRequestMessage Request(string route, Asker asker)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        path = path.Replace("{id:guid}", AlertIds.Alert(asker.Course, AlertedCourse.Learner(asker.Learner), 0).ToString(), StringComparison.Ordinal).Replace("{documentName}", "engagement", StringComparison.Ordinal);
        var query = $"?course={Uri.EscapeDataString(asker.Course)}&learner={AlertedCourse.Learner(asker.Learner)}&section=s1";
        return new(new HttpMethod(method), path + query)
        {
            Content = method != "POST" ? null : path.EndsWith("/changes", StringComparison.Ordinal) ? JsonContent.Create(new { change = "contacted" })
                : JsonContent.Create(new { user_name = asker.Name, password = "guessed" }),
        };
    }

    private IEnumerable<string> Routes() =>
        from endpoint in _rig.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        where pattern.StartsWith("/api/", StringComparison.Ordinal) && !pattern.Contains("**", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        where method != "HEAD"
        select $"{method} {pattern}";

    private static bool Tells(byte[] bytes, int learner) =>
        new[] { AlertedCourse.Learner(learner).ToString(), Names[learner - 1], Names[learner + 2] }.Any(secret => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0);

    private sealed record Asker(string Name, HttpClient Http, string Course, int Learner);
}
