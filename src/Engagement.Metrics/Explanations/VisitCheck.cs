namespace Engagement.Metrics.Explanations;

/// <summary>Whether a stored visit follows from its statements.</summary>
internal static class VisitCheck
{
    /// <returns>One difference at most: the first tells that the rest can't be relied on either.</returns>
    public static IEnumerable<Difference> Of(VisitRun run, Timeline timeline, LineExplainer lines, CourseSections outline) =>
        What(run, timeline, lines) is { } what
            ? [new Difference(run.Visit.SectionId, $"visit {run.Number} of {outline.Name(run.Visit.SectionId)}: {what}")]
            : [];

    private static string? What(VisitRun run, Timeline timeline, LineExplainer lines)
    {
        var (visit, statements) = (run.Visit, run.Statements);
        if (statements.Count != visit.Statements || statements[^1].OccurredAt != visit.LastAt) return "its statements are not the ones it was made of";
        if (statements.Any(s => timeline.RunOf(s) != run)) return "a statement of it is in another visit, too";

        var gaps = statements.Select(s => (Length: LineExplainer.Gap(s, timeline.Next(s)), CutOff: lines.CutOff(s, run))).ToList();
        if (statements.Where((s, i) => !s.IsExit && gaps[i].CutOff is null).Any()) return "the outline has no such section any more";
        if (gaps.SkipLast(1).Any(gap => !(gap.Length <= gap.CutOff))) return "a gap or an exit within it should have ended it";
        if (gaps[^1].Length <= gaps[^1].CutOff && timeline.RunOf(run.Next!) is { } next && IsSamePlace(next.Visit, visit)) return "the next visit should belong to it";

        var last = statements[^1];
        var measured = gaps.Sum(gap => LineExplainer.Measured(gap.Length, gap.CutOff));
        var isOpen = run.Declared is null && !last.IsExit && !(gaps[^1].Length <= gaps[^1].CutOff);
        var low = Math.Min(run.Declared ?? measured, run.Declared is null ? measured : VisitRun.LongestDeclared);
        var high = isOpen ? low + gaps[^1].CutOff!.Value : low;
        if (run.Measured != measured) return $"its gaps add up to {Wording.Seconds(measured)}, not {Wording.Seconds(run.Measured)}";
        if ((low, high) != (visit.SecondsLow, visit.SecondsHigh)) return $"its lines give {Wording.Seconds(low, high)}, not {Wording.Seconds(visit.SecondsLow, visit.SecondsHigh)}";
        if ((isOpen, run.Declared is not null, run.Declared > VisitRun.LongestDeclared) != (visit.IsOpen, visit.IsDeclared, visit.IsClipped))
            return "whether it is open-ended, declared or clipped is not what its lines say";
        var responses = statements.Where(s => s.IsResponse).ToList();
        return (responses.Count, responses.FirstOrDefault()?.OccurredAt) == (visit.Responses, visit.FirstResponseAt) ? null : "its responses are not those of its lines";
    }

    private static bool IsSamePlace(StoredVisit one, StoredVisit other) => (one.CourseId, one.SectionId) == (other.CourseId, other.SectionId);
}
