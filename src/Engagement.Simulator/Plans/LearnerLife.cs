namespace Engagement.Simulator;

/// <summary>
/// One learner's way through the course, decided stretch by stretch: registration, sessions, the facilitator's answers
/// between them, and the end. Run it twice from the same seed and it is the same life.
/// </summary>
internal sealed class LearnerLife
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    private readonly SimulatedLearner _learner;
    private readonly Dice _dice;
    private readonly long _endMs;
    private readonly Tape _tape = new();
    private readonly Session _session;
    private readonly Calendar _calendar;
    private readonly List<Letter> _letters = [];
    private int _visitsInVain;

    public LearnerLife(SimulatedCourse course, SimulatedLearner learner, Dice dice, DateTimeOffset end)
    {
        _learner = learner;
        _dice = dice;
        _endMs = end.ToUnixTimeMilliseconds();
        _calendar = new Calendar(dice, learner);
        _session = new Session(course, learner, dice, _tape, _letters);
    }

    public SimulatedLearner Learner => _learner;

    public bool Completed => _session.Completed;

    public bool Withdrew { get; private set; }

    /// <summary>Gave the course up before its end.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Longest time a submission of theirs waited for feedback, in days; 0 where none was given.</summary>
    public double SlowestFeedbackDays { get; private set; }

    /// <summary>Stretches in order of time. It is one tape, overwritten by each next one.</summary>
    public IEnumerable<Tape> Stretches()
    {
        _tape.Begin(_learner.RegisteredAtMs);
        _tape.OnCourse(Deed.Registered);
        yield return _tape;
        if (_learner.Kind == LearnerKind.NeverStarts)
            yield break;

        for (var at = _calendar.First(); at < _endMs - 12 * HourMs; at = _calendar.Next(_tape.NowMs))
        {
            while (TakeLetter(at) is { } letter)
                yield return Deliver(letter);
            if (WaitsInVain(at) is { } awaited)
                _session.LookForFeedback(at, awaited.Section);
            else
                _session.Run(at);
            KeepLettersOutOfSession();
            yield return _tape;

            if (Completed)
                break;
            if (GivesUp())
            {
                GaveUp = true;
                break;
            }
        }

        if (GaveUp && _learner.Mode != DeliveryMode.SelfDirected && _dice.Chance(0.4))
        {
            var at = _tape.NowMs + (long)_dice.Between(5.0 * HourMs, 3.0 * DayMs);
            if (at < _endMs)
            {
                while (TakeLetter(at) is { } letter)
                    yield return Deliver(letter);
                _tape.Begin(Math.Max(at, _tape.NowMs + 1));
                _tape.OnCourse(Deed.Unregistered);
                Withdrew = true;
                yield return _tape;
            }
        }
        while (TakeLetter(_endMs) is { } letter)
            yield return Deliver(letter);
    }

    private Letter? WaitsInVain(long nowMs)
    {
        if (_learner.Kind != LearnerKind.GivesUpWaiting)
            return null;
        foreach (var letter in _letters)
        {
            if (letter.Deed == Deed.Feedback && letter.LatencyDays > _learner.PatienceDays && letter.AskedAtMs + DayMs / 2 < nowMs)
            {
                _visitsInVain++;
                return letter;
            }
        }
        return null;
    }

    // The longer feedback took or takes, the likelier it is that this was the last session.
    private bool GivesUp()
    {
        if (_visitsInVain > 0)
            return _visitsInVain > 1 || _dice.Chance(0.6);
        var hazard = _learner.Mode switch { DeliveryMode.SelfDirected => 0.22, DeliveryMode.MicroCredential => 0.025, _ => 0.003 };
        foreach (var letter in _letters)
        {
            if (letter.Deed == Deed.Feedback)
                hazard += 0.03 * Math.Max(0, (_tape.NowMs - letter.AskedAtMs) / (double)DayMs - 2);
        }
        return _dice.Chance(hazard);
    }

    private Letter? TakeLetter(long beforeMs)
    {
        if (_letters.Count == 0)
            return null;
        _letters.Sort(static (a, b) => a.AtMs.CompareTo(b.AtMs));
        var letter = _letters[0];
        if (letter.AtMs >= beforeMs)
            return null;
        _letters.RemoveAt(0);
        return letter;
    }

    private Tape Deliver(Letter letter)
    {
        _tape.Begin(Math.Max(letter.AtMs, _tape.NowMs + 1));
        _tape.ByFacilitator(letter.Deed, letter.Section, letter.RefersTo);
        if (letter.Deed == Deed.Feedback)
        {
            SlowestFeedbackDays = Math.Max(SlowestFeedbackDays, letter.LatencyDays);
            _session.FeedbackArrived(letter.Section);
        }
        return _tape;
    }

    // A learner's stretches are in order of time, the facilitator's among them.
    private void KeepLettersOutOfSession()
    {
        for (var i = 0; i < _letters.Count; i++)
        {
            if (_letters[i].AtMs <= _tape.NowMs)
                _letters[i] = _letters[i] with { AtMs = _tape.NowMs + 60_000 * (i + 1) };
        }
    }
}
