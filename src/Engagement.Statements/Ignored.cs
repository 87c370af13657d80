namespace Engagement.Statements;

/// <summary>Why something that is not wrong is passed over: it tells nothing that is counted.</summary>
/// <param name="Rule">Stable name, kebab-case, from <see cref="IgnoreRules"/>.</param>
/// <param name="Reason">One sentence for the platform's developer.</param>
public readonly record struct Ignored(string Rule, string Reason);
