namespace Engagement.Alerts.Raising;

/// <summary>An alert there was, or is.</summary>
/// <param name="CourseId">Its course.</param>
/// <param name="LearnerId">Whom it is about.</param>
/// <param name="FacilitatorId">Whose it was when it was raised; empty: nobody's.</param>
/// <param name="Cause">Why.</param>
/// <param name="RaisedAt">When.</param>
/// <param name="IsOver">It was resolved or dismissed, or the learner returned.</param>
public sealed record PastAlert(string CourseId, Guid LearnerId, Guid FacilitatorId, AlertCause Cause, DateTimeOffset RaisedAt, bool IsOver);
