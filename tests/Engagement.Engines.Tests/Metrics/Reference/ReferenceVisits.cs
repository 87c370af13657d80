namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>A learner's visits, and the time they took.</summary>
internal static class ReferenceVisits
{
    private const long LongestDeclared = 7_200_000_000;

    /// <param name="statements">All of one learner's, in order.</param>
    public static IEnumerable<VisitRow> Of(IReadOnlyList<PlacedStatement> statements)
    {
        var run = new List<PlacedStatement>();
        for (var i = 0; i < statements.Count; i++)
        {
            var here = statements[i];
            if (here.Section is null) continue;
            run.Add(here);
            var next = i + 1 < statements.Count ? statements[i + 1] : null;
            var goesOn = next is not null && here.Statement.Role != "exit" && next.At - here.At <= ReferenceOutline.IdleOf(here.Section)
                && next.Course == here.Course && next.Section?.Id == here.Section.Id;
            if (goesOn) continue;
            yield return Visit(run, next);
            run.Clear();
        }
    }

    private static VisitRow Visit(List<PlacedStatement> run, PlacedStatement? next)
    {
        var last = run[^1];
        var idle = ReferenceOutline.IdleOf(last.Section!);
        var isLeft = last.Statement.Role == "exit";
        var measured = last.At - run[0].At;
        var tail = next is not null && !isLeft && next.At - last.At <= idle ? next.At - last.At : 0;
        var isOpen = !isLeft && (next is null || next.At - last.At > idle);
        var declared = run.SelectMany(s => Declared(s.Statement)).ToList();
        var low = declared.Count > 0 ? Math.Min(declared.Max(), LongestDeclared) : measured + tail;
        var high = declared.Count == 0 && isOpen ? low + idle : low;
        var responses = run.Where(s => s.Statement.Role == "act").ToList();
        return new VisitRow(last.Course, last.Statement.Learner, last.SectionId, run[0].At, run[0].Statement.Id, low / 1e6m, high / 1e6m,
            declared.Count == 0 && isOpen, declared.Count > 0, declared.Count > 0 && declared.Max() > LongestDeclared,
            last.At, last.At + tail, run.Count, responses.Count, responses.Count > 0 ? responses[0].At : null);
    }

    private static IEnumerable<long> Declared(ReferenceStatement s)
    {
        if (s.Active is { } active) yield return active;
        var tells = s.Role is "exit" or "act" || s.VerbName is "viewed" or "experienced";
        if (tells && s.Duration is { } duration) yield return duration;
    }
}
