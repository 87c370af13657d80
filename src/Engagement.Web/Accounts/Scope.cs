using Engagement.People;

namespace Engagement.Web.Accounts;

/// <summary>How far an account or an API key may see: what makes a <see cref="Viewer"/> of it.</summary>
/// <param name="Roles">What they may look at.</param>
/// <param name="Facilitator">As <see cref="Viewer.Facilitator"/>.</param>
/// <param name="Courses">As <see cref="Viewer.Courses"/>.</param>
/// <param name="Cohorts">As <see cref="Viewer.Cohorts"/>.</param>
public sealed record Scope(ViewerRoles Roles, Guid Facilitator, IReadOnlyList<string> Courses, IReadOnlyList<CohortOfCourse> Cohorts)
{
    /// <summary>That of the owner: all roles, courses and cohorts.</summary>
    public static Scope Everything { get; } = new(
        ViewerRoles.Facilitator | ViewerRoles.Designer | ViewerRoles.Operator, Guid.Empty,
        [Viewer.AllCourses], [new CohortOfCourse(Viewer.AllCourses, Viewer.AllCohorts)]);

    public Viewer ViewerOf(Guid id, string name) => new(id, name, Roles, Facilitator, Courses, Cohorts);
}
