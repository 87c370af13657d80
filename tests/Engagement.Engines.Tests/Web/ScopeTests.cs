using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.People;
using Engagement.Web.Accounts;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Engines.Tests.Web;

/// <summary>Every route of the API, and who gets what there.</summary>
public sealed class ScopeTests : IAsyncLifetime
{
    private static readonly Guid Facilitator = Guid.Parse("0c000000-0000-4000-8000-000000000001");
    private ClickHouseClient _clickHouse = null!;
    private WebRig _rig = null!;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _rig = await WebRig.StartAsync(_clickHouse);
        await _clickHouse.ExecuteAsync("""
            INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, received_at, content_hash, sections, row_version, is_deleted)
            SELECT 'c' || toString(number), 'declared', '1', 'Course', 'unknown', '2020-01-01', '2020-01-01', 'h',
                [('s1', 'One', 'content', ['a1'], NULL, NULL, NULL, NULL, NULL, NULL)], 1, 0
            FROM numbers(4)
            """);
        await _clickHouse.ExecuteAsync("""
            INSERT INTO roster (course_id, learner_id, cohort, facilitator_id, mode, row_version, is_deleted)
            VALUES ('c2', generateUUIDv4(), 'a', {facilitator:UUID}, 'facilitated', 1, 0), ('c3', generateUUIDv4(), 'a', toUUID('00000000-0000-0000-0000-000000000000'), 'facilitated', 1, 0)
            """, [("facilitator", Facilitator)]);
    }

    [Fact]
    public async Task Without_signing_in_three_routes_answer_and_tell_nothing()
    {
        using var http = _rig.Browser();
        var open = new List<string>();
        foreach (var route in Routes())
        {
            foreach (var method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                using var answer = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), Address(route)) { Content = method == "POST" ? JsonContent.Create(new { }) : null });
                if (route.Metadata.GetMetadata<IAllowAnonymous>() is not null) open.Add($"{method} {route.RoutePattern.RawText}");
                else
                {
                    Assert.Equal((route.RoutePattern.RawText, HttpStatusCode.Unauthorized), (route.RoutePattern.RawText, answer.StatusCode));
                    Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                    Assert.Null(answer.Headers.Location);
                }
            }
        }
        Assert.Equal(["GET /api/sign-in", "POST /api/sign-in", "POST /api/start"], open.Order());
    }

    [Fact]
    public async Task A_viewer_sees_the_courses_of_their_scope_and_no_others()
    {
        Scope Of(ViewerRoles roles, string[] courses, CohortOfCourse[] cohorts, Guid facilitator = default) => new(roles, facilitator, courses, cohorts);
        const ViewerRoles designer = ViewerRoles.Designer, facilitator = ViewerRoles.Facilitator;
        (Scope Scope, string[] Seen)[] cases =
        [
            (Of(designer, ["c1"], []), ["c1"]),
            (Of(designer, [], []), []),
            (Of(designer, ["*"], []), ["c0", "c1", "c2", "c3"]),
            (Of(designer, ["c1", "none", "c'3"], [new("c2", "a")], Facilitator), ["c1"]), // what a facilitator may is not a designer's
            (Of(facilitator, ["*"], [], Facilitator), ["c2"]),                            // and the other way round
            (Of(facilitator, [], [new("c0", "b")], Facilitator), ["c0", "c2"]),
            (Of(facilitator, [], [new("*", "*")]), ["c0", "c1", "c2", "c3"]),
            (Of(facilitator, [], []), []), // all zeros: nobody's facilitator, though learners have none
            (Of(facilitator | designer, ["c1"], [], Facilitator), ["c1", "c2"]),
        ];
        foreach (var (scope, seen) in cases)
        {
            using var http = await _rig.WithKeyAsync(scope);
            var courses = (await http.GetFromJsonAsync<JsonElement>("/api/courses")).GetProperty("courses").EnumerateArray().Select(c => c.GetProperty("id").GetString()).Order();
            Assert.Equal(seen, courses);
            foreach (var course in new[] { "c0", "c1", "c2", "c3" })
            {
                using var answer = await http.GetAsync("/api/sections?course=" + course);
                Assert.Equal(seen.Contains(course) ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    public async Task DisposeAsync()
    {
        await _rig.DisposeAsync();
        _clickHouse.Dispose();
    }

    private IEnumerable<RouteEndpoint> Routes() => _rig.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal));

    private static string Address(RouteEndpoint route) => route.RoutePattern.RawText!.Replace("{**rest}", "no/such/route", StringComparison.Ordinal);
}
