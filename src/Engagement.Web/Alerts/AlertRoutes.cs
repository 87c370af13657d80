using Engagement.Alerts;
using Engagement.Alerts.Changing;
using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Alerts;

/// <summary>
/// <c>GET /api/alerts</c>: whom to write to; <c>GET /api/alerts/{id}</c>: one, and what happened to it; <c>POST /api/alerts/{id}/changes</c>: what a
/// facilitator did. For facilitators, of the learners they look after.
/// </summary>
internal static class AlertRoutes
{
    private static readonly AlertState[] Unfinished = [AlertState.Open, AlertState.Acknowledged, AlertState.Contacted];
    private static readonly AlertState[] Over = [AlertState.Resolved, AlertState.Returned, AlertState.Dismissed];

    public sealed record Answer(AlertFigures Alert, IReadOnlyList<AlertStep> History);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts", ListAsync).For(ViewerRoles.Facilitator);
        api.MapGet("/alerts/{id:guid}", OneAsync).For(ViewerRoles.Facilitator);
        api.MapPost("/alerts/{id:guid}/changes", ChangeAsync).For(ViewerRoles.Facilitator);
    }

    // over: those that have ended, in place of those that have not; snoozed: those too that are put off.
    private static async Task<Results<Ok<Rows<AlertFigures>>, ProblemHttpResult>> ListAsync(
        Viewer viewer, AlertQueries queries, CancellationToken cancel, string course = "", Guid? learner = null, bool over = false, bool snoozed = false, string after = "")
    {
        if (Paging.Start(after) is not { } start) return Problems.NoSuchPage();
        var found = await queries.ListAsync(viewer, new(over ? Over : Unfinished, course, learner ?? Guid.Empty, snoozed), start, cancel);
        var (items, next) = Paging.Page(found, start);
        return TypedResults.Ok(new Rows<AlertFigures>(items.Count == 0 ? null : items.Max(alert => alert.ChangedAt), items.Count, Suppressed: false, items, next));
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> OneAsync(Viewer viewer, AlertQueries queries, Guid id, CancellationToken cancel) =>
        await queries.OneAsync(viewer, id, cancel) is { } alert ? TypedResults.Ok(new Answer(alert, await queries.HistoryAsync(viewer, alert, cancel))) : NoSuchAlert();

    private static async Task<Results<Ok<Answer>, Accepted, ProblemHttpResult>> ChangeAsync(
        Viewer viewer, AlertQueries queries, AlertChanges changes, Guid id, ChangeWanted wanted, CancellationToken cancel)
    {
        if (wanted.Fault is { } fault) return TypedResults.Problem(statusCode: 400, title: "This can't be done to an alert", detail: fault);
        if (await queries.OneAsync(viewer, id, cancel) is not { } alert) return NoSuchAlert();
        return await changes.MakeAsync(viewer, alert, wanted, cancel) switch
        {
            null => TypedResults.Accepted($"/api/alerts/{id}"),
            { Refusal.Length: > 0 } refused => TypedResults.Problem(statusCode: 409, title: "Not changed", detail: refused.Refusal),
            _ => await queries.OneAsync(viewer, id, cancel) is { } changed ? TypedResults.Ok(new Answer(changed, await queries.HistoryAsync(viewer, changed, cancel))) : NoSuchAlert(),
        };
    }

    private static ProblemHttpResult NoSuchAlert() =>
        TypedResults.Problem(statusCode: 404, title: "No such alert", detail: "There is none with this id, or it is about somebody whom you do not look after.");
}
