namespace Engagement.Ingest.Rejections;

/// <summary>Which rejections are meant.</summary>
/// <param name="Since">Refused at this time or later; null: whenever.</param>
/// <param name="Rule">Refused under this rule; null: under any.</param>
public readonly record struct RejectionFilter(DateTimeOffset? Since = null, string? Rule = null);
