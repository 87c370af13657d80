namespace Engagement.People;

/// <summary>Who asks, and how far they may see. Whatever is asked of learners or courses takes one: there is no other way to ask.</summary>
/// <param name="Account">Id of the account or API key.</param>
/// <param name="Name">As they sign in; for the log.</param>
/// <param name="Roles">What they may look at.</param>
/// <param name="Facilitator">Pseudonym by which the roster names them as somebody's facilitator; empty: nobody's.</param>
/// <param name="Courses">Ids of the courses a designer may look at; <see cref="AllCourses"/> among them: every one.</param>
/// <param name="Cohorts">Cohorts a facilitator looks after beside those learners the roster gives them; a cohort of <see cref="AllCohorts"/>: all of the course.</param>
public sealed record Viewer(
    Guid Account, string Name, ViewerRoles Roles, Guid Facilitator, IReadOnlyList<string> Courses, IReadOnlyList<CohortOfCourse> Cohorts)
{
    public const string AllCourses = "*";
    public const string AllCohorts = "*";

    /// <summary>They have one of these roles.</summary>
    public bool IsAny(ViewerRoles roles) => (Roles & roles) != ViewerRoles.None;
}

/// <summary>A cohort of a course.</summary>
/// <param name="Course">Its id; <see cref="Viewer.AllCourses"/>: every one.</param>
/// <param name="Cohort">Its name; empty: learners without one.</param>
public sealed record CohortOfCourse(string Course, string Cohort);
