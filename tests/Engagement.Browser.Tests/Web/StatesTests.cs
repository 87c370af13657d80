using Engagement.Browser.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Engagement.Browser.Tests.Web;

[Collection(InBrowser.Name)]
public sealed class StatesTests(ServedPages pages)
{
    private static readonly CannedClickHouse.State Away = new() { IsAway = true };

    [Fact]
    public async Task With_one_course_the_start_page_is_that_course()
    {
        await using var visit = await pages.VisitAsync();
        await visit.Page.GotoAsync("/");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Fractions.Title);
        await Expect(visit.Page).ToHaveURLAsync(pages.Url + Visit.CoursePath);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task With_several_courses_the_start_page_lists_them_and_a_click_opens_one()
    {
        await using var visit = await pages.VisitAsync(new CannedClickHouse.State { Courses = [Fractions.Id, "https://courses.example/2"] });
        await visit.Page.GotoAsync("/");
        await Expect(visit.Page.Locator(".course-list li")).ToHaveCountAsync(2);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Fractions.Title }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Fractions.Title);
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator(".course-list li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Before_the_first_course_the_page_says_so_and_fills_by_itself()
    {
        await using var visit = await pages.VisitAsync(new CannedClickHouse.State { Courses = [] });
        await visit.Page.GotoAsync("/");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("No courses yet");
        pages.ClickHouse.Now = new CannedClickHouse.State();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Fractions.Title);
    }

    [Fact]
    public async Task A_course_nobody_opened_says_so()
    {
        await using var visit = await pages.VisitAsync(new CannedClickHouse.State { Sections = [] });
        await visit.Page.GotoAsync(Visit.CoursePath);
        await Expect(visit.Page.GetByText("No sections yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_outage_at_the_start_is_said_and_ends_by_itself()
    {
        await using var visit = await pages.VisitAsync(Away);
        await visit.Page.GotoAsync(Visit.CoursePath);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ClickHouse refused the query");
        pages.ClickHouse.Now = new CannedClickHouse.State();
        await Expect(visit.Page.Locator(".ribbon")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_outage_later_keeps_the_figures_and_says_they_stand_still()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();
        await Expect(page.Locator(".pulse")).ToHaveTextAsync("Live");

        pages.ClickHouse.Now = Away;
        await Expect(page.Locator(".stale")).ToContainTextAsync("These figures no longer move.");
        await Expect(page.Locator(".pulse")).ToHaveTextAsync("Disconnected");
        await Expect(page.Locator(".ribbon")).ToBeVisibleAsync();

        pages.ClickHouse.Now = new CannedClickHouse.State();
        await Expect(page.Locator(".stale")).ToHaveCountAsync(0);
        await Expect(page.Locator(".pulse")).ToHaveTextAsync("Live");
    }

    [Fact]
    public async Task An_unknown_course_and_an_unknown_page_say_so()
    {
        await using var visit = await pages.VisitAsync();
        await visit.Page.GotoAsync("/course?id=https%3A%2F%2Fcourses.example%2Fnone");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("No such course");
        await visit.Page.GotoAsync("/no/such");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("There is no such page");
    }
}
