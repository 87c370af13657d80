using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Engagement.Web.SignIn;

/// <summary><c>POST /api/sign-in</c>: user name and password for a cookie. A wrong password and an unknown, closed or disabled account are one answer, after one time.</summary>
internal static partial class PasswordSignIn
{
    internal sealed record Body(string? UserName, string? Password);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sign-in", PostAsync).AllowAnonymous();

    private static async Task<Results<NoContent, ProblemHttpResult>> PostAsync(
        Body body, HttpContext context, Door door, Lockouts lockouts, Passwords passwords, AccountStore accounts, ILogger<Door> log, CancellationToken cancel)
    {
        var name = UserName.Normalize(body.UserName);
        if (UserName.Fault(name) is not null) name = ""; // nobody's; and what was typed there may be a password
        if (door.Refusal(context, name) is { } refusal) return refusal;
        if (lockouts.Begin(name) is { } wait) return Door.Later(context, wait);

        var (verdict, account) = await passwords.CheckAsync(() => accounts.FindAsync(name, cancel), body.Password ?? "", cancel);
        switch (verdict)
        {
            case Passwords.Verdict.Busy:
                lockouts.TakeBack(name);
                return Door.Later(context, TimeSpan.FromSeconds(2));
            case Passwords.Verdict.Wrong:
                LogWrong(log);
                return TypedResults.Problem(statusCode: 401, title: "User name or password is wrong");
            case Passwords.Verdict.RightButOldHash when await passwords.HashAsync(body.Password!, cancel) is { } hash:
                await accounts.SaveAsync(account! with { PasswordHash = hash }, cancel);
                break;
        }
        lockouts.Clear(name);
        await door.OpenAsync(context, account!);
        return TypedResults.NoContent();
    }

    // Without the name typed: it may be somebody's password.
    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in was refused: wrong user name or password")]
    private static partial void LogWrong(ILogger log);
}
