using Microsoft.AspNetCore.Http;

namespace Engagement.Web.SignIn;

/// <summary>How refusals read, and that no browser keeps what is said about a person.</summary>
internal static class Refusals
{
    /// <summary>Says in words of a person what the framework says by a number.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        (problem.Title, problem.Detail) = (problem.Status, problem.Title) switch
        {
            (StatusCodes.Status401Unauthorized, null or "Unauthorized") => ("Sign in first", "This is for signed-in people and for API keys."),
            (StatusCodes.Status403Forbidden, null or "Forbidden") => ("Not for this account", "It has no role that may see this. Whoever runs the program gives roles."),
            _ => (problem.Title, problem.Detail),
        };
    }

    /// <summary>An endpoint filter.</summary>
    public static ValueTask<object?> KeepNothing(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
