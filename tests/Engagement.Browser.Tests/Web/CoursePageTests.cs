using Engagement.Browser.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Engagement.Browser.Tests.Web;

[Collection(InBrowser.Name)]
public sealed class CoursePageTests(ServedPages pages)
{
    [Fact]
    public async Task Sections_stand_in_course_order_with_the_figures_of_the_api()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();

        var names = await page.Locator(".ribbon .name-text").AllTextContentsAsync();
        Assert.Equal(Fractions.Sections.Select(s => s.Title), names);

        var row = page.Locator("tbody tr").Nth(5);
        var cells = (await row.Locator("td, th").AllInnerTextsAsync()).Select(Plain).ToArray();
        Assert.Equal(
            ["6", "Fractions on a number line Try It", "122", "48", "8", "21", "41", "4", "53 % 62 of 118", "8 s", "47 s", "3 min 30 s", "18 % 22 of 120"],
            cells);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_headline_names_the_most_skipped_part_with_the_numbers_behind_it()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();

        Assert.Equal(
            "Most skipped: Try It “Fractions on a number line” – 62 of 118 learners who got there and can be judged (53 %)",
            Plain(await page.Locator(".finding-skip h2").InnerTextAsync()));
        await Expect(page.Locator(".finding-skip p")).ToContainTextAsync("41 jumped past it, 21 rushed through");
    }

    [Fact]
    public async Task Each_try_it_and_think_about_shows_its_split_and_no_other_section_does()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();

        await Expect(page.Locator(".practice-list li")).ToHaveCountAsync(5);
        await Expect(page.Locator(".ribbon .pit")).ToHaveCountAsync(5);
        var first = Plain(await page.Locator(".practice-list li").First.InnerTextAsync());
        Assert.Contains("43 of 130 learners skipped it (33 %)", first);
        Assert.Contains("21 jumped, 22 rushed", first);
        Assert.Contains("9 came back later", first);
        Assert.Contains("4 unknown, not counted", first);
    }

    [Fact]
    public async Task The_keyboard_reaches_every_section_and_shows_its_detail()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();
        var detail = page.Locator("#detail-title");

        await page.Locator(".ribbon button").First.FocusAsync();
        foreach (var section in Fractions.Sections)
        {
            await Expect(detail).ToHaveTextAsync(section.Title);
            await page.Keyboard.PressAsync("ArrowRight");
        }
        await page.Keyboard.PressAsync("Home");
        await Expect(detail).ToHaveTextAsync(Fractions.Sections[0].Title);
        await page.Keyboard.PressAsync("Tab");
        await Expect(detail).ToHaveTextAsync(Fractions.Sections[1].Title);
    }

    [Fact]
    public async Task A_screen_reader_is_told_what_the_ribbon_shows()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();

        Assert.Equal(
            "6 of 12, Try It: Fractions on a number line. Median 47 s of 81 learners who opened it. "
            + "62 of 118 learners skipped it (53 %): 41 jumped, 21 rushed",
            Plain((await page.Locator(".ribbon .spoken").Nth(5).TextContentAsync())!));
    }

    [Fact]
    public async Task Numbers_move_without_a_reload_and_focus_stays()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator(".ribbon button").Nth(8).FocusAsync();

        var moved = Fractions.Sections.SetItem(8, Fractions.Sections[8] with { Jumped = 114 });
        pages.ClickHouse.Now = new CannedClickHouse.State { Sections = moved };

        await Expect(page.Locator(".finding-skip h2")).ToContainTextAsync("Mix two paints");
        Assert.Contains("123 of 197 learners skipped it (62 %)", Plain(await page.Locator(".detail").InnerTextAsync()));
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.Equal(Fractions.Sections[8].Id, await page.EvaluateAsync<string>("document.activeElement.dataset.section"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_section_few_learners_reached_shows_no_figures()
    {
        await using var visit = await pages.VisitAsync();
        var page = await visit.OpenCourseAsync();

        var cells = (await page.Locator("tbody tr").Last.Locator("td").AllInnerTextsAsync()).Select(Plain).ToArray();
        Assert.Equal("12", cells[0]);
        Assert.All(cells[1..], c => Assert.Equal("<5", c.Replace(" ", "")));
    }

    [Fact]
    public async Task An_inferred_outline_is_marked()
    {
        await using var visit = await pages.VisitAsync(new CannedClickHouse.State { IsInferred = true });
        var page = await visit.OpenCourseAsync();
        await Expect(page.Locator(".course-header .mark")).ToHaveTextAsync("Outline inferred");
        await Expect(page.Locator(".course-header")).ToContainTextAsync("as of");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        await using var visit = await pages.VisitAsync(width: width);
        var page = await visit.OpenCourseAsync();
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
    }

    // Between a number and its unit stands a space that does not break.
    private static string Plain(string text) => string.Join(' ', text.Split([' ', '\u00a0', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
