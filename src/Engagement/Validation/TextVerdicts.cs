using System.Globalization;

namespace Engagement.Validation;

/// <summary>For people: a line for each statement that is not accepted, where editors find it (file:line), and a summary by rule.</summary>
internal sealed class TextVerdicts(TextWriter output) : IVerdictWriter
{
    public void Write(in FileVerdict verdict)
    {
        if (verdict.Verdict == Verdict.Accepted) return;
        var what = verdict.Verdict == Verdict.Ignored ? $"ignored: {verdict.Rule}" : $"{verdict.Rule} at {verdict.Path}";
        output.WriteLine($"{verdict.File}:{verdict.Line}: {what}: {verdict.Reason}");
    }

    public void Finish(VerdictCounts counts)
    {
        var ignored = counts.Ignored > 0 ? string.Create(CultureInfo.InvariantCulture, $", {counts.Ignored} ignored") : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Accepted} statements accepted, {counts.Rejected} rejected{ignored}"));
        foreach (var (rule, count) in counts.ByRule) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10}  {rule}"));
        output.Flush();
    }

    public void Dispose() => output.Flush();
}
