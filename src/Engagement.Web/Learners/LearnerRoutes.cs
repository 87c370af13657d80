using Engagement.Metrics.Explanations;
using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Learners;

/// <summary>
/// <c>GET /api/learners</c>: whom a facilitator looks after; <c>GET /api/learner?course=&amp;learner=</c>: one of them, section by section;
/// <c>GET /api/explain?course=&amp;learner=&amp;section=</c>: where the numbers of a section come from; <c>GET /api/waiting</c>: what waits for feedback or an answer.
/// </summary>
internal static class LearnerRoutes
{
    public sealed record Answer(
        DateTimeOffset AsOf, LearnerFigures Learner, IReadOnlyList<LearnerSection> Sections, IReadOnlyList<LearnerVisit> Visits, IReadOnlyList<LearnerAsk> Asks);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/learners", ListAsync).For(ViewerRoles.Facilitator);
        api.MapGet("/learner", OneAsync).For(ViewerRoles.Facilitator);
        api.MapGet("/explain", ExplainAsync).For(ViewerRoles.Facilitator);
        api.MapGet("/waiting", WaitingAsync).For(ViewerRoles.Facilitator);
    }

    private static async Task<Results<Ok<Rows<LearnerFigures>>, ProblemHttpResult>> ListAsync(
        Viewer viewer, LearnerQueries queries, PageClock clock, CancellationToken cancel, string course = "", string after = "")
    {
        if (Paging.Start(after) is not { } start) return Problems.NoSuchPage();
        var (items, next) = Paging.Page(await queries.ListAsync(viewer, course, start, cancel), start);
        return TypedResults.Ok(new Rows<LearnerFigures>(await clock.AskAsync(cancel), items.Count, Suppressed: false, items, next));
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> OneAsync(
        Viewer viewer, LearnerQueries queries, PageClock clock, CancellationToken cancel, string course = "", Guid? learner = null)
    {
        if (course.Length == 0) return Problems.WhichCourse();
        if (learner is not { } id || id == Guid.Empty || await queries.OneAsync(viewer, course, id, cancel) is not { } found) return NoSuchLearner();
        return TypedResults.Ok(new Answer(
            await clock.AskAsync(cancel), found, await queries.SectionsAsync(viewer, course, id, cancel), await queries.VisitsAsync(viewer, course, id, cancel),
            await queries.AsksAsync(viewer, course, id, cancel)));
    }

    private static async Task<Results<Ok<Explanation>, ProblemHttpResult>> ExplainAsync(
        Viewer viewer, LearnerQueries queries, CancellationToken cancel, string course = "", Guid? learner = null, string section = "")
    {
        if (course.Length == 0) return Problems.WhichCourse();
        return learner is { } id && id != Guid.Empty && await queries.ExplainAsync(viewer, course, id, section, cancel) is { } told ? TypedResults.Ok(told) : NoSuchLearner();
    }

    private static async Task<Results<Ok<Rows<WaitingFigures>>, ProblemHttpResult>> WaitingAsync(
        Viewer viewer, LearnerQueries queries, PageClock clock, CancellationToken cancel, string course = "", string after = "")
    {
        if (Paging.Start(after) is not { } start) return Problems.NoSuchPage();
        var (items, next) = Paging.Page(await queries.WaitingAsync(viewer, course, start, cancel), start);
        return TypedResults.Ok(new Rows<WaitingFigures>(await clock.AskAsync(cancel), items.Select(item => item.Learner).Distinct().Count(), Suppressed: false, items, next));
    }

    private static ProblemHttpResult NoSuchLearner() =>
        TypedResults.Problem(statusCode: 404, title: "No such learner", detail: "There is none with this id in the course, or you do not look after them.");
}
