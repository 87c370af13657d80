namespace Engagement.Statements.Reading;

/// <summary>The first rule found broken, by token; made into a <see cref="Rejection"/> only where a statement is refused.</summary>
/// <param name="Token">Where; 0 is the statement itself.</param>
/// <param name="Missing">A key that <paramref name="Token"/> should have and has not.</param>
internal readonly record struct Fault(string Rule, int Token, Key Missing, string Reason);
