namespace Engagement.Statements.Vocabulary;

/// <summary>What the value of a known extension tells.</summary>
internal enum ExtensionMeaning : byte { SectionKind, ActiveSeconds, Attempt }
