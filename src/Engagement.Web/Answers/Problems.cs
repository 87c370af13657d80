using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Web.Answers;

/// <summary>What several routes have to say where they can't answer.</summary>
internal static class Problems
{
    public static ProblemHttpResult NoSuchPage() =>
        TypedResults.Problem(statusCode: 400, title: "No such page", detail: "?after= takes what the answer before gave as next.");

    public static ProblemHttpResult WhichCourse() =>
        TypedResults.Problem(statusCode: 400, title: "Which course?", detail: "Add ?course= and the course's id.");

    public static ProblemHttpResult NoSuchCourse() => TypedResults.Problem(statusCode: 404, title: "No such course",
        detail: "Nothing has been computed for this id, or it is not among your courses. GET /api/courses lists those there are.");

    public static ProblemHttpResult NoSuchSection() => TypedResults.Problem(statusCode: 404, title: "No such section",
        detail: "The outline in force has no section of this id. GET /api/sections?course= lists those it has.");
}
