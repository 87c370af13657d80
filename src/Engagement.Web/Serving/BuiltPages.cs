using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Serving;

/// <summary>The built pages of <c>dashboards/</c>: hashed assets are kept for ever, the one HTML page is asked for each time.</summary>
public sealed class BuiltPages(IOptions<WebOptions> options, IHostEnvironment host)
{
    private const string Missing =
        "The pages are not built.\nRun `npm ci && npm run build` in dashboards/, or point Web__Pages at the built folder.\nThe API under /api works without them.\n";

    public void Map(WebApplication app)
    {
        var folder = options.Value.Folder(host.ContentRootPath);
        var index = Path.Combine(folder, "index.html");
        if (Directory.Exists(folder))
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = Cache,
            });

        // A page's address has no dot in its last segment; a missing asset stays a 404 instead of becoming a page.
        app.MapFallback("{*path:nonfile}", async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            if (File.Exists(index))
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.SendFileAsync(index, context.RequestAborted);
                return;
            }
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Missing, context.RequestAborted);
        });
    }

    private static void Cache(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
