using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.Figures;
using Engagement.Web.SignIn;
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

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/sections", GetAsync).For(ViewerRoles.Designer | ViewerRoles.Facilitator);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> GetAsync(
        Viewer viewer, CourseQueries queries, CancellationToken cancel, string course = "")
    {
        if (course.Length == 0)
            return Problems.WhichCourse();
        var (found, sections) = (queries.CourseAsync(viewer, course, cancel), queries.SectionsAsync(viewer, course, cancel));
        await Task.WhenAll(found, sections);
        return await found is { } figures ? TypedResults.Ok(new Answer(figures, await sections)) : Problems.NoSuchCourse();
    }
}
