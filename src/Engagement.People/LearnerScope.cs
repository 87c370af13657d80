namespace Engagement.People;

/// <summary>Which learners somebody may see, for a query: what it reads from, or is joined with.</summary>
public static class LearnerScope
{
    /// <summary>Rows (course_id, learner_id), each pair once. The query takes the parameters that <see cref="Of"/> gives.</summary>
    public const string Sql = "learners_of(facilitator = {facilitator:UUID}, cohorts = {cohorts:Array(Tuple(String, String))})";

    /// <summary>A condition after <c>(course_id, learner_id)</c>. Parameters as of <see cref="Sql"/>.</summary>
    public const string In = $"IN (SELECT course_id, learner_id FROM {Sql})";

    /// <summary>Parameters of <see cref="Sql"/>. Who is no facilitator sees no learner, whatever else their account says.</summary>
    public static (string Name, object? Value)[] Of(Viewer viewer) => viewer.IsAny(ViewerRoles.Facilitator)
        ? [("facilitator", viewer.Facilitator), ("cohorts", viewer.Cohorts.Select(cohort => (cohort.Course, cohort.Cohort)).ToArray())]
        : [("facilitator", Guid.Empty), ("cohorts", Array.Empty<(string, string)>())];
}
