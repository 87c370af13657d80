namespace Engagement.Simulator;

/// <summary>Answers submissions and cries for help, soon or late.</summary>
/// <param name="Person">Who.</param>
/// <param name="MedianHours">Half of the answers come sooner than this.</param>
internal sealed record Facilitator(SimulatedPerson Person, double MedianHours)
{
    public bool IsLate => MedianHours > 48;
}
