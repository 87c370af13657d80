namespace Engagement.Simulator;

/// <summary>One sitting: comes back to what was put off, goes on where the last one stopped, and ends with or without a word.</summary>
internal sealed class Session(
    SimulatedCourse course, SimulatedLearner learner, Dice dice, Tape tape, List<Letter> letters)
{
    private const double HourMs = 3_600_000;

    private readonly SectionWork _work = new(tape, dice, learner);
    private readonly Queue<(SimulatedSection Section, int DueIn)> _putOff = new();
    private readonly Queue<SimulatedSection> _feedbackToRead = new();
    private int _sessions;
    private int _next;

    /// <summary>Reached the end, did what is required, and the platform said so.</summary>
    public bool Completed { get; private set; }

    private bool AtEnd => _next == course.Sections.Count;

    public void FeedbackArrived(SimulatedSection section) => _feedbackToRead.Enqueue(section);

    /// <summary>A look at what was handed in, and away again.</summary>
    public void LookForFeedback(long atMs, SimulatedSection section)
    {
        Start(atMs);
        _work.Rush(section);
        End(section, mayFallSilent: false);
    }

    public void Run(long atMs)
    {
        Start(atMs);
        var budget = Math.Clamp(dice.LogNormal(27 * 60_000, 0.45), 6 * 60_000, 3 * HourMs);
        SimulatedSection? current = null;
        while (_feedbackToRead.TryDequeue(out var section))
        {
            Leave(current);
            tape.Open(current = section, Deed.Opened, 1);
            tape.Dwell((long)dice.Between(20_000.0, 150_000.0));
        }
        for (var i = _putOff.Count; i > 0; i--)
        {
            var (section, dueIn) = _putOff.Dequeue();
            if ((dueIn > _sessions && !AtEnd) || tape.NowMs - atMs > budget)
            {
                _putOff.Enqueue((section, dueIn));
                continue;
            }
            Leave(current);
            Do(current = section);
        }
        var peeked = false;
        while (!AtEnd && tape.NowMs - atMs < budget)
            GoOn(ref current);
        if (AtEnd && _putOff.Count == 0)
            Complete(current);
        else
            peeked = !AtEnd && MaybePeek(ref current);
        if (!Completed && !peeked)
            End(current, mayFallSilent: true);
    }

    private void Start(long atMs)
    {
        _sessions++;
        tape.Begin(atMs);
        if (!dice.Chance(0.7))
            return;
        tape.OnCourse(Deed.SessionStarted);
        tape.Pause((long)dice.Between(2_000.0, 20_000.0));
    }

    private void GoOn(ref SimulatedSection? current)
    {
        var section = course.Sections[_next++];
        var habits = Habits.Of(learner.Kind, section);
        var drawn = dice.Unit() * section.Pull;
        if (drawn < habits.Defer)
        {
            _putOff.Enqueue((section, _sessions + dice.Between(1, 2)));
            if (dice.Chance(0.5))
                return;
            Leave(current);
            _work.Rush(current = section);
        }
        else if (drawn < habits.Defer + habits.Rush)
        {
            Leave(current);
            _work.Rush(current = section);
        }
        else if (drawn >= habits.Defer + habits.Rush + habits.Jump)
        {
            Leave(current);
            Do(current = section);
        }
    }

    private void Do(SimulatedSection section)
    {
        _work.Do(section);
        if (learner.Facilitator is not { } facilitator)
            return;
        if (_work.SubmittedNumber >= 0)
            Await(Deed.Feedback, section, _work.SubmittedNumber, facilitator.MedianHours);
        if (_work.AskedNumber >= 0)
            Await(Deed.HelpGiven, section, _work.AskedNumber, facilitator.MedianHours * 0.6);
    }

    private void Await(Deed answer, SimulatedSection section, int number, double medianHours)
    {
        var hours = Math.Clamp(dice.LogNormal(medianHours, 0.5), 0.5, 21 * 24);
        letters.Add(new Letter(tape.NowMs + (long)(hours * HourMs), answer, section, number, tape.NowMs));
    }

    private void Leave(SimulatedSection? section)
    {
        if (section is not null)
            _work.Leave(section);
    }

    // The last thing in a session is often the next section, opened and not read; or read on paper, who knows.
    private bool MaybePeek(ref SimulatedSection? current)
    {
        var section = course.Sections[_next];
        if (section == current || section.Required || !dice.Chance(learner.AbruptShare * 0.6))
            return false;
        Leave(current);
        _work.Peek(section);
        if (dice.Chance(0.5))
            _next++;
        return true;
    }

    private void Complete(SimulatedSection? current)
    {
        Leave(current);
        tape.OnCourse(Deed.CourseCompleted);
        Completed = true;
    }

    private void End(SimulatedSection? current, bool mayFallSilent)
    {
        if (current is null)
            return;
        if (mayFallSilent && tape.DweltMs > current.FloorMs && dice.Chance(learner.AbruptShare))
        {
            _work.FallSilent();
            if (current.Style == SectionStyle.Player && dice.Chance(0.15))
                CloseForgotten(current);
        }
        else if (dice.Chance(0.5))
        {
            _work.Exit(current);
        }
        else
        {
            tape.MoveOn();
            tape.OnCourse(Deed.SessionEnded);
        }
    }

    private void CloseForgotten(SimulatedSection section)
    {
        var open = (long)(dice.Between(2.1, 3.4) * HourMs) / 100 * 100;
        tape.Pause(open);
        tape.CloseForgotten(section, open);
    }
}
