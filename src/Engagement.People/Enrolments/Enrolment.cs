using Engagement.People.Identity;

namespace Engagement.People.Enrolments;

/// <summary>What the platform says of a learner of a course: a row of the roster, and who is behind its pseudonyms. Immutable.</summary>
/// <param name="Course">Id of the course, an IRI.</param>
/// <param name="Learner">Pseudonym.</param>
/// <param name="Cohort">Empty: none.</param>
/// <param name="Facilitator">Pseudonym of who looks after the learner; empty: nobody is named.</param>
/// <param name="Mode">One of <see cref="Courses.DeliveryModes"/>.</param>
/// <param name="Registered">Null: not told.</param>
/// <param name="Withdrawn">Null: not told, or still there.</param>
/// <param name="People">Of whom something is told: the learner, and the facilitator where they are named with name or address.</param>
/// <param name="IsRemoved">The learner is no more on the course's roster; all but course and learner is empty.</param>
public sealed record Enrolment(
    string Course, Guid Learner, string Cohort, Guid Facilitator, string Mode, DateTimeOffset? Registered, DateTimeOffset? Withdrawn,
    IReadOnlyList<Person> People, bool IsRemoved = false)
{
    internal static Enrolment Removed(string course, Guid learner) =>
        new(course, learner, "", Guid.Empty, "", null, null, [], IsRemoved: true);
}
