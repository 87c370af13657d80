using Engagement.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.SignIn;

/// <summary>Who a route is for.</summary>
internal static class RouteRoles
{
    /// <summary>Signed-in viewers with one of these roles; others get 403.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder route, ViewerRoles roles) => route
        .WithMetadata(new RolesOfRoute(roles))
        .RequireAuthorization(policy => policy.AddAuthenticationSchemes(Schemes.Any)
            .RequireAssertion(asked => asked.Resource is HttpContext context && context.Features.Get<Viewer>() is { } viewer && viewer.IsAny(roles)));
}

/// <summary>For whoever lists the routes.</summary>
/// <param name="Roles">One of them is needed.</param>
public sealed record RolesOfRoute(ViewerRoles Roles);
