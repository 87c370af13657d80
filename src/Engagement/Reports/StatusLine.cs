using Spectre.Console;

namespace Engagement.Reports;

/// <summary>Progress as the line beside a spinner.</summary>
internal sealed class StatusLine(StatusContext status) : IProgress<string>
{
    public void Report(string value) => status.Status(Markup.Escape(value));
}
