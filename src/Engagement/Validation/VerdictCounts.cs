namespace Engagement.Validation;

/// <summary>How many statements got which verdict, and under which rule.</summary>
internal sealed class VerdictCounts
{
    private readonly Dictionary<string, long> _byRule = [];

    public long Accepted { get; private set; }

    public long Rejected { get; private set; }

    public long Ignored { get; private set; }

    /// <summary>What was refused or ignored by rule, most frequent first.</summary>
    public IEnumerable<(string Rule, long Count)> ByRule =>
        _byRule.OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => (rule.Key, rule.Value));

    public void Add(in FileVerdict verdict)
    {
        if (verdict.Verdict == Verdict.Accepted) Accepted++;
        else if (verdict.Verdict == Verdict.Ignored) Ignored++;
        else Rejected++;
        if (verdict.Rule is { } rule) _byRule[rule] = _byRule.GetValueOrDefault(rule) + 1;
    }
}
