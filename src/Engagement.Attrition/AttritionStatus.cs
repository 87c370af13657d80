using Engagement.ClickHouse.Jobs;

namespace Engagement.Attrition;

/// <summary>How the scoring of learners is doing.</summary>
public sealed class AttritionStatus(TimeProvider time) : JobStatus(time);

/// <inheritdoc/>
public sealed class AttritionHealth(AttritionStatus status) : JobHealth(status, "Risk scores");
