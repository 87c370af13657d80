using System.Text;
using System.Text.Encodings.Web;

namespace Engagement.Alerts.Delivery.Mail;

/// <summary>What stands in a digest, as plain text and as HTML: pure. Whatever comes from outside is encoded.</summary>
/// <param name="Subject">Names nobody: it is shown on locked screens.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same.</param>
public sealed record DigestLetter(string Subject, string Text, string Html)
{
    /// <param name="greeting">Name of the facilitator; empty: not known.</param>
    /// <param name="raised">Learners to write to, most urgent first.</param>
    /// <param name="returned">Those who came back.</param>
    /// <param name="link">Address of the pages; empty: none.</param>
    public static DigestLetter Of(string greeting, IReadOnlyList<DigestEntry> raised, IReadOnlyList<DigestEntry> returned, string link)
    {
        var (text, html) = (new StringBuilder(), new StringBuilder());
        var subject = raised.Count > 0 ? $"{Learners(raised.Count)} to write to today" : $"{Learners(returned.Count)} came back";
        html.Append("<!doctype html><html><head><meta charset=\"utf-8\"><title>").Append(Encoded(subject)).Append("</title></head><body style=\"font-family:sans-serif;line-height:1.5;max-width:40em\">");
        Paragraph(greeting.Length > 0 ? $"Hello {greeting}," : "Hello,");
        if (raised.Count > 0) List($"{Learners(raised.Count)} to write to today, most urgent first:", raised, withReasons: true);
        if (returned.Count > 0) List(returned.Count == 1 ? "Came back, so there is nothing more to do:" : "These came back, so there is nothing more to do:", returned, withReasons: false);
        if (link.Length > 0)
        {
            text.Append("Open the list: ").Append(link).Append('\n');
            html.Append("<p><a href=\"").Append(Encoded(link)).Append("\">Open the list</a></p>");
        }
        html.Append("</body></html>");
        return new(subject, text.ToString(), html.ToString());

        void Paragraph(string line)
        {
            text.Append(line).Append("\n\n");
            html.Append("<p>").Append(Encoded(line)).Append("</p>");
        }

        void List(string title, IReadOnlyList<DigestEntry> entries, bool withReasons)
        {
            Paragraph(title);
            html.Append("<ol>");
            foreach (var (entry, number) in entries.Select((entry, index) => (entry, index + 1)))
            {
                text.Append(number).Append(". ").Append(entry.Who).Append(" – ").Append(entry.Course).Append('\n');
                html.Append("<li><strong>").Append(Encoded(entry.Who)).Append("</strong> – ").Append(Encoded(entry.Course));
                if (withReasons)
                {
                    foreach (var reason in entry.Reasons)
                    {
                        text.Append("   - ").Append(reason).Append('\n');
                        html.Append("<br>").Append(Encoded(reason));
                    }
                    if (entry.NextStep.Length > 0)
                    {
                        text.Append("   → ").Append(entry.NextStep).Append('\n');
                        html.Append("<br><em>").Append(Encoded(entry.NextStep)).Append("</em>");
                    }
                }
                html.Append("</li>");
            }
            text.Append('\n');
            html.Append("</ol>");
        }
    }

    private static string Learners(int count) => count == 1 ? "1 learner" : $"{count} learners";

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}

/// <summary>A learner in a digest.</summary>
/// <param name="Who">Name, or how they are spoken of without.</param>
/// <param name="Course">Its title.</param>
/// <param name="Reasons">Sentences.</param>
/// <param name="NextStep">Empty: none.</param>
public sealed record DigestEntry(string Who, string Course, IReadOnlyList<string> Reasons, string NextStep);
