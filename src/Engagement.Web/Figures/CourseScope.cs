using Engagement.People;

namespace Engagement.Web.Figures;

/// <summary>The courses a viewer may look at: those given to a designer, and those in which a facilitator looks after somebody.</summary>
internal static class CourseScope
{
    /// <summary>A condition over <c>course_id</c>.</summary>
    public const string Condition = """
        ({all_courses:Bool} OR has({courses:Array(String)}, course_id) OR course_id IN (
            SELECT course_id FROM roster FINAL
            WHERE facilitator_id = {facilitator:UUID} AND facilitator_id != toUUID('00000000-0000-0000-0000-000000000000')))
        """;

    /// <summary>Its parameters.</summary>
    public static (string Name, object? Value)[] Parameters(Viewer viewer)
    {
        string[] courses =
        [
            .. viewer.IsAny(ViewerRoles.Designer) ? viewer.Courses : [],
            .. viewer.IsAny(ViewerRoles.Facilitator) ? viewer.Cohorts.Select(cohort => cohort.Course) : [],
        ];
        return
        [
            ("all_courses", courses.Contains(Viewer.AllCourses)), ("courses", courses),
            ("facilitator", viewer.IsAny(ViewerRoles.Facilitator) ? viewer.Facilitator : Guid.Empty),
        ];
    }
}
