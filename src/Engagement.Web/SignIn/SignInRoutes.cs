using Engagement.People;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>
/// <c>GET /api/sign-in</c>: which ways there are; <c>GET /api/viewer</c>: who asks; <c>POST /api/sign-out</c>; and the ways themselves.
/// Nothing of it is kept by a browser.
/// </summary>
internal static class SignInRoutes
{
    /// <param name="Provider">Name of the provider; null: there is none.</param>
    internal sealed record Ways(string? Provider);

    /// <param name="Name">User name, or name of the key.</param>
    /// <param name="Roles">facilitator, designer, operator.</param>
    /// <param name="TimeZone">IANA; null for a key.</param>
    /// <param name="CanSignOut">It is a session of ours that ends; a proxy's is its own.</param>
    internal sealed record Who(string Name, IReadOnlyList<string> Roles, string? TimeZone, bool CanSignOut);

    public static void Map(IEndpointRouteBuilder api)
    {
        PasswordSignIn.Map(api);
        LinkSignIn.Map(api);
        api.MapGet("/sign-in", (IOptions<WebOptions> options) =>
            TypedResults.Ok(new Ways(options.Value.OAuth.IsSet ? options.Value.OAuth.Name : null))).AllowAnonymous();
        api.MapGet("/viewer", ViewerAsync);
        api.MapPost("/sign-out", SignOutAsync);
    }

    internal static async Task<Who> WhoAsync(Viewer viewer, AccountDirectory directory, HttpContext context, CancellationToken cancel)
    {
        var entries = await directory.ReadAsync(cancel);
        var zone = entries.ById.TryGetValue(viewer.Account, out var account) ? account.TimeZone : null;
        return new Who(viewer.Name, RoleNames.Of(viewer.Roles), zone, Session.Of(context.User) is not null);
    }

    private static async Task<Ok<Who>> ViewerAsync(Viewer viewer, AccountDirectory directory, HttpContext context, CancellationToken cancel) =>
        TypedResults.Ok(await WhoAsync(viewer, directory, context, cancel));

    private static async Task<NoContent> SignOutAsync(HttpContext context, Door door)
    {
        await door.CloseAsync(context);
        return TypedResults.NoContent();
    }
}
