namespace Engagement.Statements;

/// <summary>Names of the rules a statement can break. Stable: they are counted, shown and searched for.</summary>
public static class Rules
{
}
