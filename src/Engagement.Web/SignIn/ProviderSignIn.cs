using System.Net.Http.Headers;
using System.Text.Json;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.SignIn;

/// <summary>
/// <c>GET /sign-in/provider</c>: over a provider to a session, by the framework's OAuth code flow with state and PKCE. The provider tells a
/// user name; only whoever has an account of this name gets in.
/// </summary>
internal static class ProviderSignIn
{
    private const string Path = "/sign-in/provider", Refused = "/sign-in?refused";

    public static AuthenticationBuilder AddProvider(this AuthenticationBuilder authentication, OAuthSettings settings) =>
        !settings.IsSet ? authentication : authentication.AddOAuth(Schemes.OAuth, options =>
        {
            options.ClientId = settings.ClientId;
            options.ClientSecret = settings.ClientSecret;
            options.AuthorizationEndpoint = settings.AuthorizationEndpoint;
            options.TokenEndpoint = settings.TokenEndpoint;
            options.UserInformationEndpoint = settings.UserInformationEndpoint;
            options.CallbackPath = Path + "/back";
            options.SignInScheme = Schemes.Session;
            options.UsePkce = true;
            options.SaveTokens = false;
            options.Scope.Clear();
            foreach (var scope in settings.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries)) options.Scope.Add(scope);
            // Lax, because the way back comes from the provider's site; the framework's None would need TLS on this machine, too.
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnCreatingTicket = context => IdentifyAsync(context, settings.UserNameField);
            options.Events.OnRemoteFailure = RefuseAsync;
        });

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet(Path, Results<ChallengeHttpResult, ProblemHttpResult> ([FromQuery(Name = "return")] string? address, HttpContext context, Door door) =>
            door.InTheClear(context) is { } refusal
                ? refusal
                : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = ReturnAddress.Local(address) }, [Schemes.OAuth]));

    private static async Task IdentifyAsync(OAuthCreatingTicketContext context, string field)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        question.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await context.Backchannel.SendAsync(question, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var user = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(context.HttpContext.RequestAborted));

        var services = context.HttpContext.RequestServices;
        var name = user.RootElement.ValueKind == JsonValueKind.Object && user.RootElement.TryGetProperty(field, out var said) && said.ValueKind == JsonValueKind.String
            ? UserName.Normalize(said.GetString())
            : "";
        if (await services.GetRequiredService<AccountStore>().FindAsync(name, context.HttpContext.RequestAborted) is not { IsDisabled: false } account)
            throw new AuthenticationFailureException("The provider names somebody without an account");
        context.Principal = Session.Begin(account, services.GetRequiredService<TimeProvider>()).ToPrincipal();
    }

    // Why is in the log; a stranger is told no more than that it did not work.
    private static Task RefuseAsync(RemoteFailureContext context)
    {
        context.Response.Redirect(Refused);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
