namespace Engagement.Statements;

/// <summary>Why a statement could not be used.</summary>
/// <param name="Rule">Stable name of the rule, kebab-case, from <see cref="Rules"/>.</param>
/// <param name="Path">JSON path such as <c>$.actor.mbox</c> or <c>$[3].verb.id</c>. A key that xAPI does not know is
/// written as <c>*</c>, so that nothing a person wrote gets into logs.</param>
/// <param name="Reason">One sentence for the platform's developer: what was found (by type, never by value), what is expected.</param>
public readonly record struct Rejection(string Rule, string Path, string Reason);
