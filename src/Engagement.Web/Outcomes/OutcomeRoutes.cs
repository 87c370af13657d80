using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Outcomes;

/// <summary><c>GET /api/outcomes</c>: how soon a facilitator's learners were answered, and whether they came back. Counts, and no rate without them.</summary>
internal static class OutcomeRoutes
{
    public sealed record Answer(DateTimeOffset AsOf, IReadOnlyList<Answered> Answered, Returned Returned);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/outcomes", GetAsync).For(ViewerRoles.Facilitator);

    private static async Task<Ok<Answer>> GetAsync(Viewer viewer, OutcomeQueries queries, PageClock clock, CancellationToken cancel)
    {
        var now = await clock.AskAsync(cancel);
        return TypedResults.Ok(new Answer(now, await queries.AnsweredAsync(viewer, now, cancel), await queries.ReturnedAsync(viewer, now, cancel)));
    }
}
