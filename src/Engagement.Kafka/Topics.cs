namespace Engagement.Kafka;

/// <summary>Topic names others rely on.</summary>
public static class Topics
{
    public const string LearnerEvents = "learner-events";
    public const string CourseOutlines = "course-outlines";
    public const string Enrolments = "enrolments";
    public const string Alerts = "engagement-alerts";
}
