namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>Where statements belong, by the declared outlines, and by drafts of those that nobody declared.</summary>
internal sealed class ReferencePlaces
{
    private readonly ILookup<string, ReferenceOutline> _declared;
    private readonly Dictionary<string, ReferenceOutline> _drafts = [];

    public ReferencePlaces(IReadOnlyList<ReferenceStatement> statements, IEnumerable<ReferenceOutline> declared)
    {
        _declared = declared.ToLookup(o => o.Course);
        foreach (var course in statements.Where(s => s.Course.Length > 0 && Declared(s) is null).GroupBy(s => s.Course))
            if (ReferenceDraft.Of(course.Key, [.. course]) is { } draft) _drafts.Add(course.Key, draft);
    }

    public PlacedStatement Of(ReferenceStatement s)
    {
        if (Declared(s) is { } declared) return declared;
        var draft = _drafts.GetValueOrDefault(s.Course);
        return new PlacedStatement(s, s.Course, draft, draft?.Find(s.Ids)?.Section);
    }

    private PlacedStatement? Declared(ReferenceStatement s)
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
        return new PlacedStatement(s, chosen.Outline.Course, chosen.Outline, chosen.Claim?.Section);
    }
}
