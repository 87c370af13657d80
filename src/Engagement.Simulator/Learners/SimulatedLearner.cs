namespace Engagement.Simulator;

/// <summary>Who a simulated learner is and what moves them; fixed before their first statement.</summary>
internal sealed class SimulatedLearner
{
    public required int Index { get; init; }
    public required SimulatedPerson Person { get; init; }
    public required LearnerKind Kind { get; init; }
    public required DeliveryMode Mode { get; init; }

    /// <summary>0 or 1; the second cohort opens a few days after the first.</summary>
    public required int Cohort { get; init; }

    /// <summary>Null for the self-directed: nobody reads what they hand in.</summary>
    public required Facilitator? Facilitator { get; init; }

    /// <summary>Multiplies reading times; 1 is ordinary.</summary>
    public required double Pace { get; init; }

    /// <summary>Median days between sessions.</summary>
    public required double CadenceDays { get; init; }

    /// <summary>Hour of the day at which they like to learn, local.</summary>
    public required double FavouriteHour { get; init; }

    /// <summary>Days they wait for feedback before they lose heart.</summary>
    public required double PatienceDays { get; init; }

    /// <summary>Hours from UTC.</summary>
    public required int Zone { get; init; }

    /// <summary>Whether the platform closes their sessions, or they just shut the lid: the share that ends without a word.</summary>
    public required double AbruptShare { get; init; }

    public required long RegisteredAtMs { get; init; }
}
