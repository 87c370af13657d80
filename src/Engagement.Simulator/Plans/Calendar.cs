namespace Engagement.Simulator;

/// <summary>When a learner sits down again: their own rhythm, in the evening or at the weekend, in their own zone.</summary>
internal sealed class Calendar(Dice dice, SimulatedLearner learner)
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    /// <summary>Self-directed learners put it off longest.</summary>
    public long First() => Next(
        learner.RegisteredAtMs, dice.LogNormal(learner.Mode == DeliveryMode.SelfDirected ? 2.0 : 0.8, 0.7));

    public long Next(long afterMs) => Next(afterMs, dice.LogNormal(learner.CadenceDays, 0.5));

    private long Next(long afterMs, double days)
    {
        var local = afterMs + learner.Zone * HourMs + (long)(Math.Clamp(days, 0.2, 14) * DayMs);
        var day = Math.DivRem(local, DayMs).Quotient;
        // 1970-01-01 was a Thursday.
        var weekend = (day + 4) % 7 is 0 or 6;
        var hour = weekend && dice.Chance(0.6)
            ? dice.Between(9.5, 20.5)
            : Math.Clamp(learner.FavouriteHour + dice.Normal() * 0.8, 5.5, 22.5);
        var at = day * DayMs + (long)(hour * HourMs) - learner.Zone * HourMs;
        while (at < afterMs + 4 * HourMs)
            at += DayMs;
        return at;
    }
}
