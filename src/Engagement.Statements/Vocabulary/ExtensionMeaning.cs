namespace Engagement.Statements.Vocabulary;

/// <summary>What the value of a known extension tells, or that it is there: whose dialect the statement is in.</summary>
internal enum ExtensionMeaning : byte { SectionKind, ActiveSeconds, Attempt, Enrolment, OpenEdx, Moodle, H5P }
