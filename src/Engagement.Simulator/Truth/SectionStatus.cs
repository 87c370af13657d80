namespace Engagement.Simulator;

/// <summary>What a learner made of a section, in the six words of the product.</summary>
public enum SectionStatus : byte { NotReached, Engaged, Deferred, Unknown, Rushed, Jumped }
