using Engagement.Browser.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Engagement.Browser.Tests.Web;

[Collection(InBrowser.Name)]
public sealed class SignInPageTests(ServedPages pages)
{
    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_and_comes_back_to_the_page()
    {
        await using var visit = await pages.VisitAsync(isSignedIn: false);
        var page = visit.Page;
        await page.GotoAsync(Visit.CoursePath);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
        await Expect(page.GetByLabel("User name")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("ann");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("not the password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("User name or password is wrong. ");
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Password")).ToHaveValueAsync("");

        await page.Keyboard.TypeAsync(ServedPages.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Fractions.Title);
        await Expect(page).ToHaveURLAsync(pages.Url + Visit.CoursePath);
        await Expect(page.Locator(".signed-in")).ToContainTextAsync("ann");
        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Fractions.Title);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
        await page.GotoAsync(Visit.CoursePath);
        await Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
        Assert.All(visit.Faults, fault => Assert.Contains("401", fault)); // which Chromium writes on the console by itself
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/sign-in?return=//evil.example")]
    public async Task The_way_back_leads_to_no_other_site(string address)
    {
        await using var visit = await pages.VisitAsync(isSignedIn: false);
        await visit.Page.GotoAsync("/sign-in?return=" + Uri.EscapeDataString(address));
        await visit.Page.GetByLabel("User name").FillAsync("ann");
        await visit.Page.GetByLabel("Password").FillAsync(ServedPages.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Fractions.Title);
        await Expect(visit.Page).ToHaveURLAsync(pages.Url + Visit.CoursePath); // the first page, which is the one course's
        Assert.DoesNotContain(visit.Faults, fault => fault.Contains("left the origin"));
    }

    [Fact]
    public async Task A_link_lets_somebody_choose_their_password_once()
    {
        var link = await pages.LinkAsync("bea");
        await using var visit = await pages.VisitAsync(isSignedIn: false);
        var page = visit.Page;
        await page.GotoAsync(link);
        await Expect(page.GetByLabel("User name")).ToHaveValueAsync("bea");
        await Expect(page.GetByLabel("User name")).Not.ToBeEditableAsync();
        await ChooseAsync(page, "four words of no sense", "five words of no sense");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The two passwords differ. ");
        await ChooseAsync(page, "bea bea bea bea", "bea bea bea bea");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("easily guessed");
        await ChooseAsync(page, "four words of no sense", "four words of no sense");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Fractions.Title);
        await Expect(page.Locator(".signed-in")).ToContainTextAsync("bea");

        await page.GotoAsync(link);
        await ChooseAsync(page, "four words of no sense", "four words of no sense");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This link is used up");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_pages_never_scroll_sideways(int width)
    {
        await using var visit = await pages.VisitAsync(width: width, isSignedIn: false);
        foreach (var path in new[] { "/sign-in?refused", "/start?code=x" })
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Locator("form").WaitForAsync();
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }

    private static async Task ChooseAsync(IPage page, string password, string again)
    {
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByLabel("Password again").FillAsync(again);
        await page.GetByRole(AriaRole.Button).ClickAsync();
    }
}
