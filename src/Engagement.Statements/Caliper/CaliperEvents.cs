using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Caliper;

/// <summary>
/// The types of event that Caliper 1.1 and 1.2 define and that become no columns. Event itself is the general profile's, for
/// what no other type says. ReadingEvent and OutcomeEvent ended with 1.0 and are not among them.
/// </summary>
internal static class CaliperEvents
{
    private static readonly Utf8Table<bool> Unused = new(new[]
    {
        "AnnotationEvent", "AssessmentEvent", "AssignableEvent", "Event", "FeedbackEvent", "ForumEvent", "GradeEvent", "MediaEvent",
        "MessageEvent", "QuestionnaireEvent", "QuestionnaireItemEvent", "ResourceManagementEvent", "SearchEvent", "SurveyEvent",
        "SurveyInvitationEvent", "ThreadEvent", "ToolLaunchEvent", "ToolUseEvent",
    }.Select(type => (type, true)));

    public static bool IsUnused(ReadOnlySpan<byte> type) => Unused.TryGet(type, out _);
}
