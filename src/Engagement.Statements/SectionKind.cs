namespace Engagement.Statements;

/// <summary>What a section of a course asks of a learner. <see cref="Unknown"/>: a statement alone did not tell.</summary>
public enum SectionKind : byte { Unknown = 0, Content, Resource, TryIt, ThinkAbout, Discussion, Assessment, Artifact, Other }
