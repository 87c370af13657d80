using System.Text.RegularExpressions;
using Engagement.Browser.Tests.Serving;
using static Microsoft.Playwright.Assertions;

namespace Engagement.Browser.Tests.Web;

[Collection(InBrowser.Name)]
public sealed class FirstAnswerTests(ServedPages pages)
{
    public static TheoryData<string, string, string> FirstPages => new()
    {
        { "/", "/api/beginning", ".ribbon" },
        { Visit.CoursePath, "/api/sections?", ".ribbon" },
        { "/today", "/api/alerts", "h1" },
    };

    [Theory, MemberData(nameof(FirstPages))]
    public async Task What_a_first_page_shows_is_asked_for_before_its_script_is_there(string path, string asked, string shown)
    {
        await using var visit = await pages.VisitAsync();
        var isAsked = new TaskCompletionSource();
        visit.Page.Request += (_, request) => { if (request.Url.StartsWith(pages.Url + asked, StringComparison.Ordinal)) isAsked.TrySetResult(); };
        await visit.Page.RouteAsync(new Regex(@"/assets/pages-[^/]*\.js"), async route =>
        {
            await isAsked.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(path);
        await Expect(visit.Page.Locator(shown)).ToBeVisibleAsync();
        Assert.True(isAsked.Task.IsCompleted);
    }

    [Fact]
    public async Task A_designer_waits_for_one_answer_before_the_only_course_is_shown()
    {
        await using var visit = await pages.VisitAsync();
        await visit.Page.RouteAsync(new Regex("/api/(viewer|courses|sections)"), route => route.AbortAsync());
        await visit.Page.GotoAsync("/");
        await Expect(visit.Page.Locator(".ribbon")).ToBeVisibleAsync();
        await Expect(visit.Page).ToHaveURLAsync(pages.Url + Visit.CoursePath);
    }
}
