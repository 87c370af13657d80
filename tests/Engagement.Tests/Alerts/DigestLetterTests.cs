using Engagement.Alerts.Delivery.Mail;

namespace Engagement.Tests.Alerts;

public class DigestLetterTests
{
    private static readonly DigestEntry Ada = new("Ada <Lovelace>", "Feedback & help", ["Was last there 9 days ago", "A submission has waited 3 days for feedback"], "Write.");

    [Fact]
    public void The_subject_names_nobody() => Assert.Equal("1 learner to write to today", DigestLetter.Of("Fay", [Ada], [], "").Subject);

    [Fact]
    public void The_text_says_who_why_and_what_to_do() => Assert.Equal("""
        Hello Fay,

        1 learner to write to today, most urgent first:

        1. Ada <Lovelace> – Feedback & help
           - Was last there 9 days ago
           - A submission has waited 3 days for feedback
           → Write.

        Open the list: https://pages.example

        """.ReplaceLineEndings("\n"), DigestLetter.Of("Fay", [Ada], [], "https://pages.example").Text);

    [Fact]
    public void Nothing_from_outside_is_html()
    {
        var html = DigestLetter.Of("<script>", [Ada], [], "https://pages.example/?a=\"b").Html;
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<Lovelace>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"b", html, StringComparison.Ordinal);
        Assert.Contains("Ada &lt;Lovelace&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_came_back_is_told_without_reasons()
    {
        var letter = DigestLetter.Of("", [], [Ada], "");
        Assert.Equal("1 learner came back", letter.Subject);
        Assert.DoesNotContain("9 days", letter.Text, StringComparison.Ordinal);
        Assert.StartsWith("Hello,", letter.Text, StringComparison.Ordinal);
    }
}
