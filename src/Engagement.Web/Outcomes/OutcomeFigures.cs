namespace Engagement.Web.Outcomes;

/// <summary>How soon what learners handed in, or asked, was answered.</summary>
/// <param name="What">feedback or help.</param>
/// <param name="Made">Handed in, or asked.</param>
/// <param name="WithinADay">Of these, answered within 24 hours.</param>
/// <param name="Unanswered">Of these, not answered yet, whether or not somebody still waits.</param>
/// <param name="HoursMedian">To the first answer, of those that have one; null: none has.</param>
public sealed record Answered(string What, long Made, long WithinADay, long Unanswered, double? HoursMedian);

/// <summary>
/// What became of alerts on learners who were about to give up, or had never started: of those raised at least 14 days ago, so that all had time to come back.
/// Whether contact does anything is told by the first against the last.
/// </summary>
/// <param name="Contacted">Somebody wrote or spoke to them.</param>
/// <param name="ContactedReturned">Of these, came back.</param>
/// <param name="NotContacted">Nobody did.</param>
/// <param name="NotContactedReturned">Of these, came back.</param>
/// <param name="HeldBack">Shown to nobody, by lot; null: fewer than five, of whom nothing is told.</param>
/// <param name="HeldBackReturned">Of these, came back.</param>
public sealed record Returned(long Contacted, long ContactedReturned, long NotContacted, long NotContactedReturned, long? HeldBack, long? HeldBackReturned);
