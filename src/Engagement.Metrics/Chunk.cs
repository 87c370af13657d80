namespace Engagement.Metrics;

/// <summary>Learners that are computed together.</summary>
internal sealed record Chunk(uint Number, long Learners);
