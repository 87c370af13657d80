using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.SignIn;

/// <summary><c>POST /api/start</c>: a one-time link's code for an account with a password, and a cookie. The first account may see everything.</summary>
internal static class LinkSignIn
{
    /// <param name="Code">Of the link.</param>
    /// <param name="UserName">Of the first account; else it is the link that says whose password is set.</param>
    /// <param name="Password">To sign in with from now on.</param>
    /// <param name="TimeZone">IANA; of the first account.</param>
    internal sealed record Body(string? Code, string? UserName, string? Password, string? TimeZone);

    // ClickHouse compares and sets nothing at once: within a worker nobody comes between the look at a link and its use.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/start", PostAsync).AllowAnonymous();

    private static async Task<Results<NoContent, ProblemHttpResult>> PostAsync(
        Body body, HttpContext context, Door door, OneTimeLinks links, Lockouts lockouts, Passwords passwords, AccountStore accounts,
        AccountDirectory directory, TimeProvider clock, CancellationToken cancel)
    {
        var code = body.Code ?? "";
        if (door.Refusal(context, "link " + Secret.Hash(code)) is { } refusal) return refusal;
        if (await links.FindAsync(code, cancel) is not { } found) return Used();

        var name = found.IsStart ? UserName.Normalize(body.UserName) : found.UserName;
        if ((UserName.Fault(name) ?? Passwords.Fault(name, body.Password)) is { } fault)
            return TypedResults.Problem(statusCode: 400, title: "This can't be used", detail: fault);
        if (await passwords.HashAsync(body.Password!, cancel) is not { } hash) return Door.Later(context, TimeSpan.FromSeconds(2));

        await OneAtATime.WaitAsync(cancel);
        try
        {
            if (await links.FindAsync(code, cancel) is not { } link || await HolderAsync(link) is not { } account) return Used();
            await links.UseAsync(link, cancel); // first: a link that dies unused is the lesser evil
            account = account.WithPassword(hash);
            await accounts.SaveAsync(account, cancel);
            directory.Forget();
            lockouts.Clear(name);
            await door.OpenAsync(context, account);
            return TypedResults.NoContent();
        }
        finally
        {
            OneAtATime.Release();
        }

        async Task<Account?> HolderAsync(OneTimeLinks.Link link) => link.IsStart
            ? (await accounts.ListAsync(cancel)).Count > 0 ? null : Owner(name, body.TimeZone, clock)
            : await accounts.FindAsync(link.UserName, cancel) is { IsDisabled: false } account ? account : null;
    }

    private static Account Owner(string name, string? timeZone, TimeProvider clock) => new()
    {
        UserName = name,
        Id = Guid.NewGuid(),
        Scope = Scope.Everything,
        TimeZone = timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) && zone.HasIanaId ? zone.Id : "UTC",
        CreatedAt = clock.GetUtcNow(),
    };

    private static ProblemHttpResult Used() => TypedResults.Problem(statusCode: 400, title: "This link is used up or too old",
        detail: "Ask whoever runs this program for another one. There: ./engagement account reset NAME; or start it anew while it has no account.");
}
