using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Serving;

/// <summary>One look at the pages. What went wrong unseen (console, other origins) is kept.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public IPage Page { get; }

    public static string CoursePath { get; } = "/course?id=" + Uri.EscapeDataString(Fractions.Id);

    public Visit(IBrowserContext context, IPage page, string origin)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _faults.Add($"console: {message.Text} {message.Location}"); };
        page.PageError += (_, error) => _faults.Add("script: " + error);
        context.Request += (_, request) => { if (!request.Url.StartsWith(origin)) _faults.Add("left the origin: " + request.Url); };
    }

    public IReadOnlyList<string> Faults => _faults;

    public async Task<IPage> OpenCourseAsync()
    {
        await Page.GotoAsync(CoursePath);
        await Page.Locator(".ribbon").WaitForAsync();
        return Page;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
