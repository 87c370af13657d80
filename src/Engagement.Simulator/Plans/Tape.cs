namespace Engagement.Simulator;

/// <summary>
/// Records one stretch of a learner's life as it is decided: what they do, and how long they stay where. The visits are
/// written down from the decisions, not found in the statements afterwards, so that they can stand as the truth.
/// A decision whose outcome would be doubtful (a dwell near the idle cut-off, two visits that would melt into one) throws:
/// it is a bug of the plan.
/// </summary>
internal sealed class Tape
{
    /// <summary>Share of the idle cut-off that a dwell may fill.</summary>
    public const double SafeShare = 0.8;

    /// <summary>Longer than every idle cut-off by far: what separates two stretches.</summary>
    public const long SilenceMs = 2 * 3_600_000;

    private int _number;
    private long _lastAtMs = long.MinValue;
    private long _silentSinceMs = long.MinValue;
    private bool _visiting;
    private bool _owesNext;
    private long _sinceLastMs;
    private PlannedVisit _visit;
    private SimulatedSection? _flowsFrom;

    public List<PlannedStatement> Statements { get; } = [];
    public List<PlannedVisit> Visits { get; } = [];

    public long NowMs { get; private set; }

    /// <summary>Number of the statement recorded last.</summary>
    public int LastNumber => _number - 1;

    /// <summary>Milliseconds decided for the visit under way.</summary>
    public long DweltMs => _visit.DweltMs;

    public void Begin(long atMs)
    {
        if (_visiting || _owesNext)
            throw new InvalidOperationException("The stretch before ended in the middle of a visit.");
        Statements.Clear();
        Visits.Clear();
        NowMs = atMs;
        _flowsFrom = null;
    }

    public void OnCourse(Deed deed)
    {
        if (_visiting)
            throw new InvalidOperationException("A visit is still under way.");
        Record(-1, deed, 0, -1, -1);
        _owesNext = false;
        _flowsFrom = null;
    }

    public void ByFacilitator(Deed deed, SimulatedSection section, int refersTo) =>
        Record((short)(section.Position - 1), deed, 0, -1, refersTo);

    public void Open(SimulatedSection section, Deed deed, int item = 0, long declaredMs = -1)
    {
        if (_visiting)
            throw new InvalidOperationException("A visit is still under way.");
        if (_flowsFrom == section)
            throw new InvalidOperationException($"Two visits to '{section.Id}' would be one.");
        _visit = new PlannedVisit { Section = section, StartedAtMs = NowMs, DeclaredMs = -1, FirstResponseAtMs = -1 };
        _visiting = true;
        _owesNext = false;
        Say(deed, item, declaredMs);
    }

    public void Say(Deed deed, int item = 0, long declaredMs = -1)
    {
        if (!_visiting)
            throw new InvalidOperationException("No visit is under way.");
        Record((short)(_visit.Section.Position - 1), deed, (short)item, (int)declaredMs, -1);
        _visit.LastStatementAtMs = NowMs;
        _visit.DeclaredMs = Math.Max(_visit.DeclaredMs, declaredMs);
        if (deed.IsResponse())
        {
            if (_visit.Responses++ == 0)
                _visit.FirstResponseAtMs = NowMs;
        }
    }

    public void Dwell(long ms)
    {
        _sinceLastMs += ms;
        if (!_visiting || ms < 1 || _sinceLastMs > _visit.Section.CutOffMs * SafeShare)
            throw new InvalidOperationException($"A dwell of {_sinceLastMs} ms leaves the visit in doubt.");
        NowMs += ms;
        _visit.DweltMs += ms;
    }

    /// <summary>The learner goes on to something else this very moment.</summary>
    public void MoveOn()
    {
        _owesNext = true;
        _flowsFrom = _visit.Section;
        Close();
    }

    /// <summary>The emitter says that the learner left.</summary>
    public void Exit(long declaredMs = -1)
    {
        Say(Deed.Exited, 0, declaredMs);
        _flowsFrom = null;
        Close();
    }

    /// <summary>Nothing more is heard; how long they stayed is anybody's guess.</summary>
    public void FallSilent()
    {
        if (_sinceLastMs != 0)
            throw new InvalidOperationException("What is dwelt after the last statement of an open visit can't be known.");
        _visit.FellSilent = true;
        _silentSinceMs = NowMs;
        _flowsFrom = null;
        Close();
    }

    /// <summary>A forgotten tab is closed long after its visit was over: the exit is a visit of its own.</summary>
    public void CloseForgotten(SimulatedSection section, long declaredMs)
    {
        Open(section, Deed.Exited, 0, declaredMs);
        Close();
    }

    /// <summary>Time that belongs to no section.</summary>
    public void Pause(long ms)
    {
        if (_visiting || _owesNext)
            throw new InvalidOperationException("A pause here would belong to a visit.");
        NowMs += ms;
    }

    private void Close()
    {
        if (!_visiting)
            throw new InvalidOperationException("No visit is under way.");
        _visit.EndedAtMs = NowMs;
        Visits.Add(_visit);
        _visiting = false;
        _sinceLastMs = 0;
    }

    private void Record(short section, Deed deed, short item, int declaredMs, int refersTo)
    {
        if (NowMs <= _lastAtMs)
            throw new InvalidOperationException("Two statements of one learner at one moment have no order.");
        if (!deed.IsByFacilitator())
        {
            if (_silentSinceMs != long.MinValue && NowMs - _silentSinceMs < SilenceMs)
                throw new InvalidOperationException("The learner fell silent and is back too soon: was the visit over?");
            _silentSinceMs = long.MinValue;
        }
        _lastAtMs = NowMs;
        _sinceLastMs = 0;
        Statements.Add(new PlannedStatement(NowMs, _number++, section, deed, item, declaredMs, refersTo));
    }
}
