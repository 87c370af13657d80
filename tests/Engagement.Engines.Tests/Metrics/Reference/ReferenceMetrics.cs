namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>The definitions of the metrics, word by word, slow and without SQL.</summary>
internal sealed class ReferenceMetrics
{
    private readonly ILookup<string, ReferenceOutline> _declared;
    private readonly Dictionary<string, ReferenceOutline> _drafts = [];
    private readonly List<ReferenceStatement> _statements;

    public ReferenceMetrics(IEnumerable<ReferenceStatement> delivered, IEnumerable<ReferenceOutline> declared)
    {
        _declared = declared.ToLookup(o => o.Course);
        var distinct = new ReferenceIdentity(delivered).Statements;
        var voided = distinct.Where(s => s.Role == "void").Select(s => s.Voids).ToHashSet();
        _statements = [.. distinct.Where(s => s.Role == "void" || !voided.Contains(s.Id))];

        foreach (var course in _statements.Where(s => DeclaredPlace(s) is null && s.Course.Length > 0).GroupBy(s => s.Course))
            if (ReferenceDraft.Of(course.Key, [.. course]) is { } draft) _drafts.Add(course.Key, draft);

        foreach (var learner in _statements.GroupBy(s => s.Learner)) Compute(learner);
    }

    public List<VisitRow> Visits { get; } = [];

    public List<EngagementRow> Engagement { get; } = [];

    private sealed record Place(string Course, ReferenceOutline? Outline, ReferenceOutline.Claim? Claim);

    private void Compute(IEnumerable<ReferenceStatement> all)
    {
        var statements = all.OrderBy(s => s.At).ThenBy(s => s.Id.ToString(), StringComparer.Ordinal).ToList();
        var places = statements.ToDictionary(s => s, PlaceOf);
        var learns = statements.Where(s => s.Role is not ("feedback" or "void") && !s.IsAboutStatement).Select(s => places[s].Course).ToHashSet();
        var visits = CutVisits(statements, places).Where(v => learns.Contains(v.CourseId)).ToList();
        Visits.AddRange(visits);

        foreach (var course in learns.Where(c => c.Length > 0))
        {
            var inCourse = statements.Where(s => places[s].Course == course).ToList();
            if (places[inCourse[^1]].Outline is not { } outline) continue;
            var completed = inCourse.Any(s => s.Activity == course && s.Role == "act" && (s.Verb.EndsWith("/completed", StringComparison.Ordinal) || s.Verb.EndsWith("/passed", StringComparison.Ordinal)));
            Engagement.AddRange(ReferenceStatus.Of(outline, completed, statements[0].Learner, [.. visits.Where(v => v.CourseId == course)]));
        }
    }

    private static IEnumerable<VisitRow> CutVisits(List<ReferenceStatement> statements, Dictionary<ReferenceStatement, Place> places)
    {
        var run = new List<ReferenceStatement>();
        for (var i = 0; i < statements.Count; i++)
        {
            var here = statements[i];
            var section = places[here].Claim?.Section;
            if (section is null) continue;
            run.Add(here);
            var next = i + 1 < statements.Count ? statements[i + 1] : null;
            var goesOn = next is not null && here.Role != "exit" && next.At - here.At <= ReferenceOutline.IdleOf(section)
                && places[next].Course == places[here].Course && places[next].Claim?.Section.Id == section.Id;
            if (goesOn) continue;
            yield return Visit(run, next, places);
            run.Clear();
        }
    }

    private static VisitRow Visit(List<ReferenceStatement> run, ReferenceStatement? next, Dictionary<ReferenceStatement, Place> places)
    {
        var last = run[^1];
        var idle = ReferenceOutline.IdleOf(places[last].Claim!.Section);
        var measured = last.At - run[0].At;
        var tail = next is not null && last.Role != "exit" && next.At - last.At <= idle ? next.At - last.At : 0;
        var isOpen = last.Role != "exit" && (next is null || next.At - last.At > idle);
        var declared = run.SelectMany(Declared).ToList();
        var low = declared.Count > 0 ? Math.Min(declared.Max(), 7_200_000_000) : measured + tail;
        var high = declared.Count == 0 && isOpen ? low + idle : low;
        var responses = run.Where(s => s.Role == "act").ToList();
        return new VisitRow(places[last].Course, last.Learner, places[last].Claim!.Section.Id, run[0].At, run[0].Id, low / 1e6m, high / 1e6m,
            declared.Count == 0 && isOpen, declared.Count > 0, declared.Count > 0 && declared.Max() > 7_200_000_000,
            last.At, last.At + tail, run.Count, responses.Count, responses.Count > 0 ? responses[0].At : null);
    }

    private static IEnumerable<long> Declared(ReferenceStatement s)
    {
        if (s.Active is { } active) yield return active;
        var tells = s.Role is "exit" or "act" || s.Verb.EndsWith("/viewed", StringComparison.Ordinal) || s.Verb.EndsWith("/experienced", StringComparison.Ordinal);
        if (tells && s.Duration is { } duration) yield return duration;
    }

    private Place PlaceOf(ReferenceStatement s)
    {
        if (DeclaredPlace(s) is { } declared) return declared;
        var draft = _drafts.GetValueOrDefault(s.Course);
        return new Place(s.Course, draft, draft?.Find(s.Ids));
    }

    private Place? DeclaredPlace(ReferenceStatement s)
    {
        var courses = _declared
            .Select(c => ReferenceOutline.InForce(c, s.At))
            .Select(o => (Outline: o, Claim: o.Find(s.Ids), Named: Array.FindIndex(s.Ids, id => id.Length > 0 && id == o.Course)))
            .ToList();

        var claimsObject = courses.Where(c => c.Claim is { Place: 0 }).ToList();
        var named = courses.Where(c => c.Named >= 0).ToList();
        var claimsContext = courses.Where(c => c.Claim is not null).ToList();
        var candidates = claimsObject.Count > 0 ? claimsObject : named.Count > 0 ? named : claimsContext;
        if (candidates.Count == 0) return null;
        var chosen = candidates
            .OrderBy(c => c.Named < 0)
            .ThenBy(c => c.Claim is null)
            .ThenBy(c => c.Claim?.Place)
            .ThenBy(c => c.Claim?.IsPrefix)
            .ThenByDescending(c => c.Claim?.Length)
            .ThenBy(c => c.Named)
            .ThenBy(c => c.Outline.Course, StringComparer.Ordinal)
            .First();
        return new Place(chosen.Outline.Course, chosen.Outline, chosen.Claim);
    }
}
