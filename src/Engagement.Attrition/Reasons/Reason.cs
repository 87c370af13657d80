namespace Engagement.Attrition.Reasons;

/// <summary>Why a learner's score is higher than the usual one. It names nobody.</summary>
/// <param name="Code">Of its theme.</param>
/// <param name="Weight">What the theme's features add to the logit; above 0, but where the learner waits long for the facilitator, which is always told.</param>
/// <param name="Text">The evidence, a sentence without a full stop.</param>
public sealed record Reason(string Code, double Weight, string Text);
