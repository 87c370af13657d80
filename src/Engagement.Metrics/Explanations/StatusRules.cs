namespace Engagement.Metrics.Explanations;

/// <summary>The status table, row by row, held against a learner's figures in a section.</summary>
/// <param name="section">The figures.</param>
/// <param name="visits">Of the section, in order.</param>
/// <param name="later">The section at a later position that was opened first; null: none was.</param>
/// <param name="completedAt">When the learner completed the course.</param>
/// <param name="floor">In words.</param>
/// <param name="wording">Says the times.</param>
internal sealed class StatusRules(
    StoredSection section, IReadOnlyList<VisitRun> visits, (string Name, DateTimeOffset OpenedAt)? later, DateTimeOffset? completedAt, string floor,
    Wording wording)
{
    /// <summary>When the section became engaged: at the first response, or at the end of the visit in which the time reached the floor.</summary>
    public DateTimeOffset? EngagedAt => FloorReached is { } reached && !(section.FirstResponseAt <= reached.At) ? reached.At : section.FirstResponseAt;

    /// <returns>The rows up to the one that fits, which is the last.</returns>
    public List<RuleOutcome> Rows()
    {
        var rows = new List<RuleOutcome>();
        foreach (var row in (Func<RuleOutcome>[])[NotReached, Engaged, Unknown, Rushed])
        {
            rows.Add(row());
            if (rows[^1].Fits) return rows;
        }
        rows.Add(new RuleOutcome("jumped", true, $"never opened, though {Reached}"));
        return rows;
    }

    private bool IsOpened => section.Visits > 0;

    private string Reached => later is { } other
        ? $"{other.Name}, a later section, was opened at {wording.Time(other.OpenedAt)}"
        : $"the course was completed at {wording.Time(completedAt!.Value)}";

    private (DateTimeOffset At, decimal Seconds)? FloorReached
    {
        get
        {
            var sum = 0m;
            foreach (var visit in visits)
                if ((sum += visit.Visit.SecondsLow) >= section.FloorSeconds) return (visit.Visit.EndedAt, sum);
            return null;
        }
    }

    private RuleOutcome NotReached() =>
        IsOpened ? new RuleOutcome("not-reached", false, $"opened at {wording.Time(section.FirstAt!.Value)}")
        : later is null && completedAt is null ? new RuleOutcome("not-reached", true, "never opened, no later section either, and the course is not completed: in no rate")
        : new RuleOutcome("not-reached", false, Reached);

    private RuleOutcome Engaged()
    {
        if (EngagedAt is not { } at)
            return new RuleOutcome("engaged", false, IsOpened
                ? $"no response, and {Wording.Seconds(section.SecondsLow)} is less than the floor of {floor}"
                : "never opened");
        var how = at == section.FirstResponseAt
            ? $"engaged at {wording.Time(at)} by {Response(at)}"
            : $"engaged at {wording.Time(at)} by time: {Wording.Seconds(FloorReached!.Value.Seconds)}, and the floor is {floor}";
        return later?.OpenedAt < at
            ? new RuleOutcome("deferred", true, $"{how}, after {Reached}")
            : new RuleOutcome("engaged", true, how);
    }

    private RuleOutcome Unknown() =>
        !IsOpened ? new RuleOutcome("unknown", false, "never opened")
        : section.SecondsHigh < section.FloorSeconds
            ? new RuleOutcome("unknown", false, $"at most {Wording.Seconds(section.SecondsHigh)}, less than the floor of {floor}")
        : new RuleOutcome("unknown", true,
            $"opened, no response, {Wording.Seconds(section.SecondsLow, section.SecondsHigh)}, and the floor is {floor}: may have read on after the last event; in no rate");

    private RuleOutcome Rushed() => IsOpened
        ? new RuleOutcome("rushed", true, $"opened, no response, at most {Wording.Seconds(section.SecondsHigh)}, and the floor is {floor}")
        : new RuleOutcome("rushed", false, "never opened");

    private string Response(DateTimeOffset at) =>
        visits.SelectMany(visit => visit.Statements).FirstOrDefault(s => s.IsResponse && s.OccurredAt == at) is { } response
            ? $"a response ({response.VerbName})"
            : "a response";
}
