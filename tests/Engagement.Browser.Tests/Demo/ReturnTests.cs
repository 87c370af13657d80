using static Microsoft.Playwright.Assertions;

namespace Engagement.Browser.Tests.Demo;

/// <summary>In the live half of the demo's course, three weeks in three minutes, learners come back by themselves. A demo of its own, so that it has just begun.</summary>
[Collection(DemoPagesTests.Collection)]
public sealed class ReturnTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    [Fact]
    public async Task Somebody_who_comes_back_closes_an_alert_while_the_page_is_open()
    {
        await using var visit = await demo.VisitAsync();
        await visit.Page.GotoAsync("/today");
        await Expect(visit.Page.Locator(".told-news")).ToContainTextAsync("came back by themselves", new() { Timeout = 200_000 });
        Assert.Empty(visit.Faults);
    }
}
