namespace Engagement.People.Identity;

/// <summary>What a facilitator noted of a learner. It is never logged: as text it is its id.</summary>
/// <param name="ActionId">What they did as they wrote it.</param>
/// <param name="AlertId">On which alert.</param>
/// <param name="CourseId">Its course.</param>
/// <param name="LearnerId">Of whom.</param>
/// <param name="Text">What was written.</param>
public sealed record Note(Guid ActionId, Guid AlertId, string CourseId, Guid LearnerId, string Text)
{
    public override string ToString() => ActionId.ToString();
}
