using Engagement.Embedded.ClickHouse.Http;
using Engagement.Embedded.ClickHouse.Native;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Embedded.ClickHouse;

/// <summary>
/// ClickHouse inside this process, behind its HTTP interface. Give it a process of its own, as a fault of the engine takes
/// the process along; there can be one in a process, once.
/// </summary>
public static class ClickHouseServer
{
    /// <summary>Serves until told to stop, then lets running requests end and closes the engine.</summary>
    /// <param name="options">Folder, port and limits.</param>
    /// <param name="started">Called with the address once it answers.</param>
    /// <param name="stop">Cancel it to stop in order.</param>
    /// <param name="time">Default: the system's.</param>
    /// <param name="logs">Hears of faults of this server; default: nobody does.</param>
    /// <returns>0, for the process to exit with.</returns>
    /// <exception cref="ClickHouseServerException">The folder or the port is taken, the library missing, an option out of range.</exception>
    public static async Task<int> RunAsync(ClickHouseServerOptions options, Action<Uri> started, CancellationToken stop, TimeProvider? time = null, ILoggerFactory? logs = null)
    {
        options.Validate();
        ChdbLibrary.Require();
        var folder = Path.GetFullPath(options.Path);
        using var folderLock = await DataFolderLock.TakeAsync(folder, options.FolderPatience, time ?? TimeProvider.System, stop);
        using var engine = new ChdbEngine(folder, options.MaxServerMemory, options.ConfigFile);
        var server = new ServerFacts(engine);
        using var queries = new QueryEndpoint(engine, server, options, time ?? TimeProvider.System);

        await using var web = Build(options, queries, logs);
        try
        {
            await web.StartAsync(stop);
        }
        catch (IOException e)
        {
            throw new ClickHouseServerException(
                $"The embedded ClickHouse can't listen on {options.Address}:{options.Port}: {e.InnerException?.Message ?? e.Message}. Choose another port, or stop what has it.", e);
        }
        started(new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()));
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        using var deadline = new CancellationTokenSource(options.StopDeadline);
        await web.StopAsync(deadline.Token); // at the deadline it breaks off what still runs, which stops the queries
        await queries.DrainAsync();
        return 0;
    }

    private static WebApplication Build(ClickHouseServerOptions options, QueryEndpoint queries, ILoggerFactory? logs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        if (logs is not null) builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<IHostLifetime, CallerDecides>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // inserts stream through
            kestrel.Limits.MaxRequestLineSize = 1 << 20; // ClickHouse's http_max_uri_size
            kestrel.Limits.MaxRequestBufferSize = 2 << 20;
            kestrel.Limits.MinRequestBodyDataRate = null; // a client may think between two rows
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(options.Address, options.Port);
        });
        var web = builder.Build();
        web.Run(http => Route(http, queries));
        return web;
    }

    private static Task Route(HttpContext http, QueryEndpoint queries)
    {
        var (request, response) = (http.Request, http.Response);
        if (HttpMethods.IsOptions(request.Method))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            response.Headers.Allow = "GET, HEAD, POST, OPTIONS";
            return Task.CompletedTask;
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
            return SayAsync(response, StatusCodes.Status501NotImplemented, "Only GET, HEAD, POST and OPTIONS are served\n");
        return request.Path.Value switch
        {
            "/ping" or "/replicas_status" => SayAsync(response, StatusCodes.Status200OK, "Ok.\n"),
            "/" or "" when !HttpMethods.IsPost(request.Method) && !request.Query.ContainsKey("query") => SayAsync(response, StatusCodes.Status200OK, "Ok.\n"),
            "/" or "" => queries.HandleAsync(http),
            _ => SayAsync(response, StatusCodes.Status404NotFound,
                $"There is no handle {request.Path}\n\nUse / or /ping for health checks.\n\nSend queries with POST / or GET /?query=...\n"),
        };
    }

    private static Task SayAsync(HttpResponse response, int status, string text)
    {
        response.StatusCode = status;
        response.ContentType = "text/html; charset=UTF-8";
        return response.WriteAsync(text);
    }

    /// <summary>Leaves signals to whoever called.</summary>
    private sealed class CallerDecides : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
