namespace Engagement.Statements.Vocabulary;

/// <summary>What an activity's type tells.</summary>
/// <param name="Kind">Kind of section; Unknown: the type says nothing of it.</param>
/// <param name="IsFirm">Whether the kind stands against what the activity's name says; a page named "Try It" is no mere page.</param>
/// <param name="IsCourse">A course, not a part of one.</param>
/// <param name="IsCohort">A group of learners who take a course together.</param>
/// <param name="IsTitledByAuthors">Part of a course's own structure, so its title is no learner's text.</param>
internal readonly record struct ActivityTypeTraits(SectionKind Kind, bool IsFirm, bool IsCourse, bool IsCohort, bool IsTitledByAuthors);
