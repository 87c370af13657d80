using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Operations;

/// <summary><c>GET /api/operations/…</c>: what each step did last, what was rejected, how alerts are told, and the models. For operators.</summary>
internal static class OperationRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/operations");
        operations.MapGet("/steps", async (Viewer viewer, OperationQueries queries, CancellationToken cancel) =>
        {
            var steps = await queries.StepsAsync(viewer, cancel);
            return TypedResults.Ok(new Rows<StepFigures>(steps.Max(step => step.NewestAt), Learners: null, Suppressed: false, steps));
        }).For(ViewerRoles.Operator);
        operations.MapGet("/rejected", async (Viewer viewer, OperationQueries queries, CancellationToken cancel) =>
            TypedResults.Ok(Rows.OfEvents(await queries.RejectedAsync(viewer, cancel), rule => rule.NewestAt))).For(ViewerRoles.Operator);
        operations.MapGet("/channels", async (Viewer viewer, OperationQueries queries, CancellationToken cancel) =>
            TypedResults.Ok(Rows.OfEvents(await queries.ChannelsAsync(viewer, cancel), channel => channel.NewestAt))).For(ViewerRoles.Operator);
        operations.MapGet("/models", async (Viewer viewer, OperationQueries queries, CancellationToken cancel) =>
            TypedResults.Ok(Rows.OfEvents(await queries.ModelsAsync(viewer, cancel), model => model.TrainedAt))).For(ViewerRoles.Operator);
    }
}
