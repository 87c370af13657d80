using Engagement.Attrition.Training;

namespace Engagement.Attrition.Keeping;

/// <summary>A model as table <c>models</c> keeps it.</summary>
/// <param name="Id">Of its document.</param>
/// <param name="TrainedAt">When.</param>
/// <param name="Courses">With a finished run among its rows: its probabilities are shown of no other.</param>
/// <param name="Document">The model.</param>
public sealed record KeptModel(Guid Id, DateTimeOffset TrainedAt, IReadOnlyList<string> Courses, ModelDocument Document);

/// <summary>When a model came into use, and why.</summary>
public sealed record ModelSwitch(DateTimeOffset SwitchedAt, Guid ModelId, string Reason);
