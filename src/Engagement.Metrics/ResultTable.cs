namespace Engagement.Metrics;

/// <summary>A table that a run writes whole learners into, and what tells its rows apart.</summary>
/// <param name="Name">Of the table, and of the model that fills it.</param>
/// <param name="Key">Columns of its sorting key.</param>
internal sealed record ResultTable(string Name, string Key)
{
    public static readonly ResultTable LearnerActivities = new("learner_activities", "learner_id, course_id, activity_id, parent_id");

    public static readonly ResultTable Enrolments = new("enrolments", "learner_id, course_id");

    /// <summary>Those that are kept by course.</summary>
    public static readonly ResultTable[] OfCourses =
    [
        new("visits", "course_id, learner_id, section_id, started_at, first_statement"),
        new("section_engagement", "course_id, learner_id, section_id"),
        new("learner_days", "course_id, learner_id, day, kind"),
        new("contributions", "course_id, learner_id, statement_id"),
    ];

    public string Fill(string sql) =>
        sql.Replace("<table>", Name, StringComparison.Ordinal).Replace("<key>", Key, StringComparison.Ordinal);
}
