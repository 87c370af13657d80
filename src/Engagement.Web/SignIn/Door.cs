using System.Globalization;
using System.Net;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>What stands before everybody who would sign in, and what lets them in. Thread-safe.</summary>
internal sealed class Door(SignInLimits limits, AccountDirectory directory, EndedSessions ended, TimeProvider clock, IOptions<WebOptions> options)
{
    /// <summary>What is to be answered before anything is looked at; null: go on.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="who">A user name, normalized, or what stands for one.</param>
    public ProblemHttpResult? Refusal(HttpContext context, string who) =>
        InTheClear(context) ?? (limits.Count(context.Connection.RemoteIpAddress, who) is { } wait ? Later(context, wait) : null);

    /// <summary>What is to be answered where a password or a cookie could be read on the way; null: go on.</summary>
    public ProblemHttpResult? InTheClear(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress;
        var isSafe = context.Request.IsHttps || from is null || IPAddress.IsLoopback(from) || options.Value.AllowPlainHttp;
        return isSafe ? null : TypedResults.Problem(statusCode: 403, title: "Only over https",
            detail: "A password would be readable on the way. Whoever runs this program reads docs/sign-in.md about TLS.");
    }

    /// <summary>429, and when to come again.</summary>
    public static ProblemHttpResult Later(HttpContext context, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(Math.Max(wait.TotalSeconds, 1));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(statusCode: 429, title: "Too many tries",
            detail: seconds < 90 ? $"Try again in {seconds} seconds." : $"Try again in {Math.Ceiling(seconds / 60.0)} minutes.");
    }

    /// <summary>Begins a session.</summary>
    public Task OpenAsync(HttpContext context, Account account) =>
        context.SignInAsync(Schemes.Session, Session.Begin(account, clock).ToPrincipal());

    /// <summary>Ends the session of the request, where it has one, for every copy of its cookie.</summary>
    public async Task CloseAsync(HttpContext context)
    {
        if (Session.Of(context.User) is not { } session) return;
        await ended.AddAsync(session.Id, context.RequestAborted);
        directory.Forget();
        await context.SignOutAsync(Schemes.Session);
    }
}
