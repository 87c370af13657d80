namespace Engagement.Simulator;

/// <summary>
/// What a learner does inside one section. Each way leaves the visit under way: whoever calls decides how it ends.
/// Doing it always dwells beyond the floor or responds; rushing it never does either.
/// </summary>
internal sealed class SectionWork(Tape tape, Dice dice, SimulatedLearner learner)
{
    private double _attention;
    private long _activeMs;

    /// <summary>Number of the question asked in this visit, or -1.</summary>
    public int AskedNumber { get; private set; }

    /// <summary>Number of what was handed in in this visit, or -1.</summary>
    public int SubmittedNumber { get; private set; }

    public void Do(SimulatedSection section)
    {
        Begin(section);
        var total = TotalMs(section);
        switch (section.Style)
        {
            case SectionStyle.Player:
                Watch(section, total);
                break;
            case SectionStyle.Exercise or SectionStyle.TimedExercise when Responds():
                Solve(section, total);
                break;
            case SectionStyle.Journal when Responds():
                Linger(section, total, medianBeatMs: 50_000);
                tape.Say(Deed.Reflected);
                tape.Dwell(Ms(4_000, 20_000));
                break;
            case SectionStyle.Forum when Responds():
                Linger(section, total * 0.7, medianBeatMs: 40_000);
                tape.Say(Deed.Posted, 1);
                tape.Dwell(Ms(5_000, 60_000));
                if (dice.Chance(0.35))
                {
                    tape.Say(Deed.Posted, 2);
                    tape.Dwell(Ms(5_000, 30_000));
                }
                break;
            case SectionStyle.Workshop:
                Linger(section, total, medianBeatMs: 180_000);
                tape.Say(Deed.Submitted, 1);
                SubmittedNumber = tape.LastNumber;
                tape.Dwell(Ms(5_000, 40_000));
                break;
            default:
                Linger(section, total, medianBeatMs: 35_000);
                break;
        }

        // An exercise that counts is always answered, and so is one that leads to a certificate.
        bool Responds() => section.Required || dice.Chance(0.85);
    }

    /// <summary>Opens it and is off again, well before the floor.</summary>
    public void Rush(SimulatedSection section)
    {
        Begin(section);
        var total = Ms(2_000, section.FloorMs * 0.6);
        if (total > 8_000 && dice.Chance(0.4))
        {
            tape.Dwell(total / 2);
            tape.Say(Deed.Interacted);
            tape.Dwell(total - total / 2);
        }
        else
        {
            tape.Dwell(total);
        }
        _activeMs = tape.DweltMs;
    }

    /// <summary>Opens it and falls silent before the floor: nobody can know.</summary>
    public void Peek(SimulatedSection section)
    {
        Begin(section);
        if (dice.Chance(0.5))
        {
            tape.Dwell(Ms(1_000, section.FloorMs * 0.5));
            tape.Say(Deed.Interacted);
        }
        tape.FallSilent();
    }

    /// <summary>Ends the visit so that its length is known, with the next statement at once or after a pause.</summary>
    public void Leave(SimulatedSection section)
    {
        if (!dice.Chance(section.Style switch { SectionStyle.Player => 0.6, SectionStyle.Page => 0.2, _ => 0.08 }))
        {
            tape.MoveOn();
            return;
        }
        Exit(section);
        tape.Pause(Ms(800, 15_000));
    }

    public void Exit(SimulatedSection section) =>
        tape.Exit(section.Style == SectionStyle.Player ? Math.Max(100, _activeMs / 100 * 100) : -1);

    /// <summary>A last sign of life, and no word of leaving.</summary>
    public void FallSilent()
    {
        tape.Say(Deed.Interacted);
        tape.FallSilent();
    }

    private void Begin(SimulatedSection section)
    {
        AskedNumber = SubmittedNumber = -1;
        _activeMs = 0;
        _attention = dice.Between(0.75, 1.0);
        tape.Open(section, Deed.Opened);
    }

    private double TotalMs(SimulatedSection section) => Math.Clamp(
        dice.LogNormal(section.TypicalMs * learner.Pace, 0.35), Math.Max(15_000, section.FloorMs * 3.2), section.TypicalMs * 5);

    // Heartbeats carry the active time so far; a mind that wanders makes it less than the time between them.
    private void Watch(SimulatedSection section, double total)
    {
        var beat = (long)Math.Min(30_000, total / 3);
        var page = 1;
        for (var left = (long)total; left > 0; left -= beat)
        {
            var dwell = Math.Min(beat, left);
            tape.Dwell(dwell);
            _activeMs += (long)(dwell * _attention);
            if (left > beat)
                tape.Say(Deed.Heartbeat, dice.Chance(0.2) ? page++ : 0, Math.Max(1_000, _activeMs / 1000 * 1000));
        }
    }

    private void Solve(SimulatedSection section, double total)
    {
        var questions = section.Kind == SectionKind.Assessment ? dice.Between(5, 8) : dice.Between(2, 5);
        for (var question = 1; question <= questions; question++)
        {
            Linger(section, total / questions * dice.Between(0.6, 1.4), medianBeatMs: 45_000);
            MaybeAsk(section, 0.02);
            tape.Say(Deed.Answered, question, section.Style == SectionStyle.TimedExercise ? Math.Max(100, tape.DweltMs / 100 * 100) : -1);
        }
        if (section.Kind == SectionKind.Assessment)
        {
            tape.Dwell(Ms(1_000, 8_000));
            tape.Say(Deed.Finished);
            tape.Dwell(Ms(200, 900));
            tape.Say(dice.Chance(0.9) ? Deed.Passed : Deed.Failed);
        }
        tape.Dwell(Ms(2_000, 25_000));
    }

    private void Linger(SimulatedSection section, double total, double medianBeatMs)
    {
        for (var left = (long)Math.Max(1_000, total); left > 0;)
        {
            var beat = Math.Clamp(dice.LogNormal(medianBeatMs, 0.5), 4_000, section.CutOffMs * 0.7);
            var dwell = Math.Min((long)beat, left);
            tape.Dwell(dwell);
            left -= dwell;
            if (left > 0)
                tape.Say(dice.Unit() switch { < 0.02 => Deed.Bookmarked, < 0.25 => Deed.Progressed, _ => Deed.Interacted });
        }
    }

    private void MaybeAsk(SimulatedSection section, double probability)
    {
        if (AskedNumber >= 0 || !dice.Chance(probability))
            return;
        tape.Say(Deed.Asked, 1);
        AskedNumber = tape.LastNumber;
        tape.Dwell(Ms(3_000, Math.Min(60_000, section.CutOffMs * 0.5)));
    }

    private long Ms(double from, double to) => (long)dice.Between(from, Math.Max(from, to));
}
