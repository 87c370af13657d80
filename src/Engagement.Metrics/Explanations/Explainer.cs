namespace Engagement.Metrics.Explanations;

/// <summary>From what is stored of a learner to why their numbers are what they are. Nothing is computed anew: the lines say how the
/// stored numbers came about, and where they do not, that is said.</summary>
public static class Explainer
{
    public static Explanation Explain(LearnerRecord record)
    {
        var timeline = new Timeline(record);
        var outline = new CourseSections(record.Enrolment, record.Outlines);
        var lines = new LineExplainer(record, timeline, outline);
        var ordered = record.Sections.OrderBy(section => section.Position).ToList();
        var rules = ordered.ConvertAll(section => Rules(section, ordered, record, timeline, outline));
        var told = timeline.Statements.Select((statement, i) => lines.Of(statement, i + 1)).ToList();
        var enrolment = record.Enrolment;
        return new Explanation
        {
            LearnerId = enrolment.LearnerId,
            CourseId = enrolment.CourseId,
            CourseTitle = outline.CourseTitle,
            OutlineVersion = enrolment.Version,
            IsInferred = enrolment.IsInferred,
            ComputedAt = ordered.Max(section => (DateTimeOffset?)section.ComputedAt),
            CompletedAt = enrolment.CompletedAt,
            Statements = told.Count,
            Lines = LineChoice.Of(told, line => line.Visit is not null || line.CourseId == enrolment.CourseId),
            Visits = timeline.Visits.ConvertAll(visit => Visit(visit, lines, outline)),
            Sections = [.. ordered.Zip(rules, (section, its) => Section(section, its.Rows(), outline))],
            IsPending = record.IsPending || IsBeingReplaced(record),
            Differences =
            [
                .. timeline.Visits.SelectMany(visit => VisitCheck.Of(visit, timeline, lines, outline)),
                .. ordered.Zip(rules).SelectMany(pair => SectionCheck.Of(pair.First, pair.Second, timeline.Visits, outline)),
            ],
        };
    }

    private static StatusRules Rules(
        StoredSection section, List<StoredSection> ordered, LearnerRecord record, Timeline timeline, CourseSections outline)
    {
        var later = ordered.Where(other => other.Position > section.Position && other.FirstAt is not null).MinBy(other => other.FirstAt);
        return new StatusRules(section,
            timeline.Visits.FindAll(visit => visit.Visit.SectionId == section.SectionId),
            later is null ? null : (outline.Name(later.SectionId), later.FirstAt!.Value), record.Enrolment.CompletedAt, outline.Floor(section), new Wording(record));
    }

    private static ExplainedVisit Visit(VisitRun run, LineExplainer lines, CourseSections outline)
    {
        var visit = run.Visit;
        return new ExplainedVisit
        {
            Number = run.Number,
            SectionId = visit.SectionId,
            Section = outline.Name(visit.SectionId),
            StartedAt = visit.StartedAt,
            EndedAt = visit.EndedAt,
            Statements = visit.Statements,
            Responses = visit.Responses,
            MeasuredSeconds = run.Measured,
            DeclaredSeconds = visit.IsDeclared ? run.Declared : null,
            LowSeconds = visit.SecondsLow,
            HighSeconds = visit.SecondsHigh,
            IsOpen = visit.IsOpen,
            IsClipped = visit.IsClipped,
            End = lines.End(run),
        };
    }

    private static ExplainedSection Section(StoredSection section, List<RuleOutcome> rules, CourseSections outline) => new()
    {
        SectionId = section.SectionId,
        Name = outline.Name(section.SectionId),
        Title = outline.Find(section.SectionId)?.Title ?? section.SectionId,
        Position = section.Position,
        Kind = section.Kind,
        Status = section.Status,
        Visits = section.Visits,
        OpenVisits = section.OpenVisits,
        DeclaredVisits = section.DeclaredVisits,
        ClippedVisits = section.ClippedVisits,
        LowSeconds = section.SecondsLow,
        HighSeconds = section.SecondsHigh,
        Responses = section.Responses,
        FirstAt = section.FirstAt,
        LastAt = section.LastAt,
        EngagedAt = section.EngagedAt,
        FloorSeconds = section.FloorSeconds,
        Floor = outline.Floor(section),
        Rules = rules,
    };

    // A run writes all of a learner's rows anew, table by table.
    private static bool IsBeingReplaced(LearnerRecord record) =>
        record.Visits.Select(visit => visit.RowVersion)
            .Concat(record.Sections.Select(section => section.RowVersion))
            .Append(record.Enrolment.RowVersion)
            .Distinct().Count() > 1;
}
