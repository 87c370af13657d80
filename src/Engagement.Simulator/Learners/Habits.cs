namespace Engagement.Simulator;

/// <summary>How likely a kind of learner is to do, rush, jump or put off a section; what is left over is done.</summary>
internal readonly record struct Habits(double Rush, double Jump, double Defer)
{
    public static Habits Of(LearnerKind kind, SimulatedSection section)
    {
        // Nobody finishes without what is required: it is put off, never left out.
        if (section.Required)
            return new(0, 0, kind is LearnerKind.Deferrer or LearnerKind.Jumper ? 0.2 : 0.03);
        return section.IsPractice ? Practice(kind) : Reading(kind);
    }

    private static Habits Practice(LearnerKind kind) => kind switch
    {
        LearnerKind.Skimmer => new(0.62, 0.10, 0.05),
        LearnerKind.Jumper => new(0.10, 0.62, 0.06),
        LearnerKind.Deferrer => new(0.07, 0.06, 0.60),
        _ => new(0.05, 0.03, 0.04),
    };

    private static Habits Reading(LearnerKind kind) => kind switch
    {
        LearnerKind.Skimmer => new(0.18, 0.06, 0.01),
        LearnerKind.Jumper => new(0.08, 0.30, 0.02),
        LearnerKind.Deferrer => new(0.06, 0.05, 0.10),
        _ => new(0.03, 0.02, 0.02),
    };
}
