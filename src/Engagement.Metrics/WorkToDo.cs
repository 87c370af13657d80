namespace Engagement.Metrics;

/// <summary>What there was to do at a look.</summary>
/// <param name="HasTouches">Learners are touched.</param>
/// <param name="HasOutlines">Declared outlines are in another state than the numbers were computed with.</param>
/// <param name="HasDrafts">Inferred outlines are.</param>
/// <param name="IsAtWork">Another run is, or the last query of one that died: what it writes must not land after a run has looked for leftovers.</param>
/// <param name="NextRun">Number of a run that would begin now.</param>
internal sealed record WorkToDo(bool HasTouches, bool HasOutlines, bool HasDrafts, bool IsAtWork, ulong NextRun)
{
    public bool IsNone => !HasTouches && !HasOutlines && !HasDrafts;
}
