using Engagement.Web.Figures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Features;

/// <summary>
/// <c>GET /api/sections?course=IRI</c>: a course and its sections in order. The IRI is a parameter because slashes, even
/// encoded, do not come through every proxy as part of a path.
/// </summary>
public static class CourseSections
{
    public sealed record Answer(CourseFigures Course, IReadOnlyList<SectionFigures> Sections);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sections", GetAsync);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> GetAsync(
        CourseQueries queries, CancellationToken cancel, string course = "")
    {
        if (course.Length == 0)
            return TypedResults.Problem(statusCode: 400, title: "Which course?", detail: "Add ?course= and the course's id.");
        if (await queries.CourseAsync(course, cancel) is not { } found)
            return TypedResults.Problem(statusCode: 404, title: "No such course",
                detail: "Nothing has been computed for this id. GET /api/courses lists those there are.");
        return TypedResults.Ok(new Answer(found, await queries.SectionsAsync(course, cancel)));
    }
}
