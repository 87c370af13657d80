using Engagement.ClickHouse;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Engagement.Web.Serving;

/// <summary>
/// Says an outage of ClickHouse as problem details a page can show: 503, with what to do. A bug stays a 500.
/// </summary>
public sealed partial class OutageHandler(ClickHouseClient clickHouse, IProblemDetailsService problems, ILogger<OutageHandler> log)
    : IExceptionHandler
{
    private const int UnknownTable = 60, UnknownDatabase = 81;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        var (title, detail) = exception switch
        {
            HttpRequestException => ("ClickHouse does not answer",
                $"No answer from {clickHouse.Url.Authority}. It may be starting; “engagement doctor” says more."),
            ClickHouseException { Code: UnknownTable or UnknownDatabase } => ("The tables are not there yet",
                "Run “engagement migrate”, or start the program, which does it."),
            ClickHouseException e => ("ClickHouse refused the query", $"Its code is {e.Code}; the log has its words."),
            _ => ("", ""),
        };
        if (title.Length == 0) return false;

        LogOutage(title, exception);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            Exception = exception,
            ProblemDetails = new ProblemDetails { Status = context.Response.StatusCode, Title = title, Detail = detail },
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The web API answers 503: {Title}")]
    private partial void LogOutage(string title, Exception exception);
}
