namespace Engagement.Simulator;

/// <summary>What a section of the simulated course asks of a learner.</summary>
public enum SectionKind : byte { Content, Resource, TryIt, ThinkAbout, Discussion, Assessment, Artifact }
