using Engagement.People;
using Engagement.Web.Alerts;
using Engagement.Web.Answers;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Learners;

/// <summary>
/// <c>GET /api/learners</c>: whom a facilitator looks after; <c>GET /api/learner?course=&amp;learner=</c>: one of them, section by section;
/// <c>GET /api/waiting</c>: what waits for feedback or an answer.
/// </summary>
internal static class LearnerRoutes
{
    public sealed record Answer(LearnerFigures Learner, IReadOnlyList<LearnerSection> Sections, IReadOnlyList<LearnerVisit> Visits);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/learners", ListAsync).For(ViewerRoles.Facilitator);
        api.MapGet("/learner", OneAsync).For(ViewerRoles.Facilitator);
        api.MapGet("/waiting", WaitingAsync).For(ViewerRoles.Facilitator);
    }

    private static async Task<Results<Ok<Rows<LearnerFigures>>, ProblemHttpResult>> ListAsync(
        Viewer viewer, LearnerQueries queries, CancellationToken cancel, string course = "", string after = "")
    {
        if (Paging.Start(after) is not { } start) return Problems.NoSuchPage();
        var (items, next) = Paging.Page(await queries.ListAsync(viewer, course, start, cancel), start);
        return TypedResults.Ok(new Rows<LearnerFigures>(items.Max(learner => learner.LastAt), items.Count, Suppressed: false, items, next));
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> OneAsync(Viewer viewer, LearnerQueries queries, CancellationToken cancel, string course = "", Guid? learner = null)
    {
        if (course.Length == 0) return Problems.WhichCourse();
        return learner is { } id && id != Guid.Empty && await queries.OneAsync(viewer, course, id, cancel) is { } found
            ? TypedResults.Ok(new Answer(found, await queries.SectionsAsync(viewer, course, id, cancel), await queries.VisitsAsync(viewer, course, id, cancel)))
            : TypedResults.Problem(statusCode: 404, title: "No such learner", detail: "There is none with this id in the course, or you do not look after them.");
    }

    private static async Task<Results<Ok<Rows<WaitingFigures>>, ProblemHttpResult>> WaitingAsync(
        Viewer viewer, LearnerQueries queries, CancellationToken cancel, string course = "", string after = "")
    {
        if (Paging.Start(after) is not { } start) return Problems.NoSuchPage();
        var (items, next) = Paging.Page(await queries.WaitingAsync(viewer, course, start, cancel), start);
        return TypedResults.Ok(new Rows<WaitingFigures>(items.Max(item => (DateTimeOffset?)item.WaitingSince), items.Select(item => item.Learner).Distinct().Count(), Suppressed: false, items, next));
    }
}
