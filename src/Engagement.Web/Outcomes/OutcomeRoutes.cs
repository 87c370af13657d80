using Engagement.People;
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

    private static async Task<Ok<Answer>> GetAsync(Viewer viewer, OutcomeQueries queries, TimeProvider clock, CancellationToken cancel)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero); // to the second it would be another answer each time
        return TypedResults.Ok(new Answer(today, await queries.AnsweredAsync(viewer, cancel), await queries.ReturnedAsync(viewer, cancel)));
    }
}
