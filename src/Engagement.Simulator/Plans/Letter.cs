namespace Engagement.Simulator;

/// <summary>Something that will happen outside the learner's own sessions.</summary>
/// <param name="AtMs">When.</param>
/// <param name="Deed">Feedback or help by the facilitator.</param>
/// <param name="Section">What it is about.</param>
/// <param name="RefersTo">Number of the learner's statement that it answers.</param>
/// <param name="AskedAtMs">When that was.</param>
internal readonly record struct Letter(long AtMs, Deed Deed, SimulatedSection Section, int RefersTo, long AskedAtMs)
{
    public double LatencyDays => (AtMs - AskedAtMs) / 86_400_000.0;
}
