using Engagement.Tests;
using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Serving;

/// <summary>What axe-core has against a page.</summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(v => `${v.impact} ${v.id}: ${v.help} – ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`)
        """;

    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(Repository.Folder, "dashboards", "node_modules", "axe-core", "axe.min.js")));

    public static async Task<string[]> FaultsAsync(IPage page)
    {
        // Through the debugger's door, as the page's own policy lets no foreign script in.
        await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
