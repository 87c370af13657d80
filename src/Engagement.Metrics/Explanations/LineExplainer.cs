namespace Engagement.Metrics.Explanations;

/// <summary>What a statement adds to the visit it is in, and why.</summary>
internal sealed class LineExplainer(LearnerRecord record, Timeline timeline, CourseSections sections)
{
    /// <param name="statement">Of the learner, in any course.</param>
    /// <param name="number">Its place among all of theirs, from 1.</param>
    public ExplainedLine Of(StoredStatement statement, int number)
    {
        var run = timeline.RunOf(statement);
        var visit = run is { Number: > 0 } ? run : null;
        var section = statement is { IsVoided: true, NamesCourse: true } ? sections.Claiming(statement.ActivityId, statement.OccurredAt) : visit?.Visit.SectionId;
        var next = statement.IsVoided ? null : timeline.Next(statement);
        var gap = Gap(statement, next);
        var cutOff = CutOff(statement, visit);
        return new ExplainedLine
        {
            Number = number,
            StatementId = statement.StatementId,
            At = statement.OccurredAt,
            Statement = $"{statement.VerbName} {Object(statement, section)}",
            Verb = statement.VerbName,
            ActivityId = statement.ActivityId,
            CourseId = run?.Visit.CourseId ?? (statement.NamesCourse ? record.Enrolment.CourseId : statement.CourseId),
            SectionId = section,
            Visit = visit?.Number,
            IsVoided = statement.IsVoided,
            GapSeconds = gap,
            CutOffSeconds = cutOff,
            MeasuredSeconds = Measured(gap, cutOff),
            DeclaredSeconds = statement.DeclaredSeconds,
            Why = statement.IsVoided ? "voided: in no number" : visit is null ? WhyInNone(statement, run) : Why(statement, visit, next, gap, cutOff),
        };
    }

    /// <summary>What of the gap after a statement in a section is time there.</summary>
    public static decimal Measured(decimal? gap, decimal? cutOff) => gap <= cutOff ? gap.Value : 0;

    /// <summary>To the next statement; null: there is none.</summary>
    public static decimal? Gap(StoredStatement statement, StoredStatement? next) =>
        next is null ? null : (next.OccurredAt - statement.OccurredAt).Ticks / (decimal)TimeSpan.TicksPerSecond;

    /// <summary>The longest gap that counts after a statement of a visit; null: none does.</summary>
    public decimal? CutOff(StoredStatement statement, VisitRun? visit) =>
        visit is null || statement.IsExit ? null : sections.CutOff(visit.Visit.SectionId, statement.OccurredAt);

    /// <summary>What ended a visit.</summary>
    public string End(VisitRun visit)
    {
        if (visit.Statements.Count == 0) return "its statements are gone";
        var last = visit.Statements[^1];
        if (last.IsExit) return "an exit";
        return Gap(last, visit.Next) is not { } gap ? "nothing follows"
            : gap > CutOff(last, visit) ? "the gap is longer than the cut-off"
            : $"went on to {Place(visit.Next!)}";
    }

    private string Object(StoredStatement statement, string? section) =>
        section is not null ? sections.Name(section)
        : statement.ActivityId.Length > 0 ? statement.ActivityId
        : statement.ObjectType switch { "Agent" => "somebody", "Group" => "a group", _ => "a statement" };

    private string Place(StoredStatement statement) => timeline.RunOf(statement) switch
    {
        { Number: > 0 } visit => sections.Name(visit.Visit.SectionId),
        { } elsewhere => $"another course, {elsewhere.Visit.CourseId}",
        null => statement.NamesCourse ? "no section" : $"another course, {statement.CourseId}",
    };

    private string WhyInNone(StoredStatement statement, VisitRun? elsewhere)
    {
        if (elsewhere is not null || !statement.NamesCourse) return $"in {Place(statement)}";
        if (record.IsPending) return "in no section, or not in the numbers yet";
        return statement.IsResponse && statement.OccurredAt == record.Enrolment.CompletedAt && statement.ActivityId == record.Enrolment.CourseId
            ? "in no section: completes the course"
            : "in no section";
    }

    private string Why(StoredStatement statement, VisitRun visit, StoredStatement? next, decimal? gap, decimal? cutOff)
    {
        var parts = new List<string>();
        if (statement.IsResponse) parts.Add("a response");
        if (statement.DeclaredSeconds is { } declared) parts.Add(Declares(declared, visit));
        parts.Add((gap, visit.Declared) switch
        {
            _ when statement.IsExit => "an exit: the gap after it belongs to nobody",
            (null, null) => "nothing follows: open-ended",
            (null, _) => "nothing follows",
            var (length, _) when cutOff is null => $"the gap of {Wording.Seconds(length!.Value)} is not judged: the outline has no such section any more",
            (_, null) when gap > cutOff => "the gap is longer than the cut-off: open-ended",
            _ when gap > cutOff => "the gap is longer than the cut-off",
            (_, not null) => "the gap does not count, as the visit's time is declared",
            _ => "the gap counts" + (visit.IsLast(statement) ? $", until {Place(next!)}" : ""),
        });
        if (visit.IsLast(statement)) parts.Add($"visit {visit.Number}: {Wording.Seconds(visit.Visit.SecondsLow, visit.Visit.SecondsHigh)}");
        return string.Join("; ", parts);
    }

    private static string Declares(decimal declared, VisitRun visit)
    {
        var told = $"declares {Wording.Seconds(declared)}";
        if (declared < visit.Declared) return $"{told}, less than another statement of the visit";
        var counted = declared > VisitRun.LongestDeclared ? $"{told}, of which {Wording.Seconds(VisitRun.LongestDeclared)} count as the visit's time" : $"{told}, the visit's time";
        return visit.Measured == declared ? counted : $"{counted}, not the {Wording.Seconds(visit.Measured)} measured";
    }
}
