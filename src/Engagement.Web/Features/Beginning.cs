using Engagement.People;
using Engagement.Web.Accounts;
using Engagement.Web.Figures;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Features;

/// <summary>
/// <c>GET /api/beginning</c>: what the first page shows, in one answer. A page that asked for it bit by bit would know only from each
/// answer what to ask for next.
/// </summary>
internal static class Beginning
{
    /// <param name="Viewer">As <c>GET /api/viewer</c>.</param>
    /// <param name="Courses">As <c>GET /api/courses</c>; null for who is no designer, and begins elsewhere.</param>
    /// <param name="Only">As <c>GET /api/sections</c> of the only course; null where there is none, or more.</param>
    internal sealed record Answer(SignInRoutes.Who Viewer, CourseList.Answer? Courses, CourseSections.Answer? Only);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/beginning", GetAsync);

    private static async Task<Ok<Answer>> GetAsync(
        Viewer viewer, AccountDirectory directory, CourseQueries queries, HttpContext context, CancellationToken cancel)
    {
        var who = await SignInRoutes.WhoAsync(viewer, directory, context, cancel);
        if (!viewer.IsAny(ViewerRoles.Designer)) return TypedResults.Ok(new Answer(who, null, null));
        var courses = await queries.CoursesAsync(viewer, cancel);
        var only = courses is [var course] ? new CourseSections.Answer(course, await queries.SectionsAsync(viewer, course.Id, cancel)) : null;
        return TypedResults.Ok(new Answer(who, new CourseList.Answer(courses), only));
    }
}
