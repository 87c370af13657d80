namespace Engagement.Simulator;

/// <summary>Adds up one learner's decided visits to one section.</summary>
internal struct SectionLedger
{
    private int _visits, _open, _declared, _clipped, _responses;
    private long _lowMs, _highMs, _lastAtMs;
    private long? _firstResponseAtMs, _floorReachedAtMs;

    public long? FirstAtMs { get; private set; }

    public void Add(in PlannedVisit visit)
    {
        _visits++;
        _open += visit.IsOpen ? 1 : 0;
        _declared += visit.IsDeclared ? 1 : 0;
        _clipped += visit.IsClipped ? 1 : 0;
        _responses += visit.Responses;
        _lowMs += visit.LowMs;
        _highMs += visit.HighMs;
        _lastAtMs = visit.LastStatementAtMs;
        FirstAtMs ??= visit.StartedAtMs;
        if (visit.Responses > 0)
            _firstResponseAtMs ??= visit.FirstResponseAtMs;
        if (_lowMs >= visit.Section.FloorMs)
            _floorReachedAtMs ??= visit.EndedAtMs;
    }

    /// <param name="section">Which section this is.</param>
    /// <param name="laterAtMs">The learner's first statement in any later section; null where there is none.</param>
    /// <param name="completed">The learner completed the course.</param>
    public readonly SectionTruth Close(SimulatedSection section, long? laterAtMs, bool completed) => new()
    {
        SectionId = section.Id,
        Position = section.Position,
        Status = Status(section, laterAtMs, completed),
        Visits = _visits,
        OpenVisits = _open,
        DeclaredVisits = _declared,
        ClippedVisits = _clipped,
        Low = TimeSpan.FromMilliseconds(_lowMs),
        High = TimeSpan.FromMilliseconds(_highMs),
        Responses = _responses,
        FirstAt = FirstAtMs is { } first ? DateTimeOffset.FromUnixTimeMilliseconds(first) : null,
        LastAt = _visits > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(_lastAtMs) : null,
    };

    private readonly SectionStatus Status(SimulatedSection section, long? laterAtMs, bool completed)
    {
        var engagedAtMs = Math.Min(_firstResponseAtMs ?? long.MaxValue, _floorReachedAtMs ?? long.MaxValue);
        if (engagedAtMs != long.MaxValue)
            return laterAtMs < engagedAtMs ? SectionStatus.Deferred : SectionStatus.Engaged;
        if (_visits > 0)
            return _highMs >= section.FloorMs ? SectionStatus.Unknown : SectionStatus.Rushed;
        return laterAtMs is not null || completed ? SectionStatus.Jumped : SectionStatus.NotReached;
    }
}
