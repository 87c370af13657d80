using Engagement.People;
using Engagement.Web.Figures;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Features;

/// <summary><c>GET /api/courses</c>: what there is to look at.</summary>
public static class CourseList
{
    public sealed record Answer(IReadOnlyList<CourseFigures> Courses);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/courses", GetAsync).For(ViewerRoles.Designer | ViewerRoles.Facilitator);

    private static async Task<Ok<Answer>> GetAsync(Viewer viewer, CourseQueries queries, CancellationToken cancel) =>
        TypedResults.Ok(new Answer(await queries.CoursesAsync(viewer, cancel)));
}
