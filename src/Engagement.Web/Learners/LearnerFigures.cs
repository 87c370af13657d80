namespace Engagement.Web.Learners;

/// <summary>A learner of a course as whoever looks after them is shown them.</summary>
/// <param name="Course">IRI.</param>
/// <param name="Learner">Pseudonym.</param>
/// <param name="Cohort">Empty: none.</param>
/// <param name="RegisteredAt">Null: not known.</param>
/// <param name="StartedAt">Null: not yet.</param>
/// <param name="LastAt">Newest statement; null: none.</param>
/// <param name="CompletedAt">Null: not yet.</param>
/// <param name="WithdrawnAt">Null: has not left.</param>
/// <param name="Situation">never-started, drifting, stalled or on-track; empty: not scored.</param>
/// <param name="Probability">Of giving up within 14 days, 0 to 1; null: nothing that can be believed is known.</param>
/// <param name="Place">1: most at risk in the course; null: not scored.</param>
/// <param name="Of">Learners of the course with a place.</param>
/// <param name="Reasons">Sentences, weightiest first.</param>
/// <param name="NextStep">Empty: none is suggested.</param>
/// <param name="Name">Null: not known.</param>
public sealed record LearnerFigures(
    string Course, Guid Learner, string Cohort, DateTimeOffset? RegisteredAt, DateTimeOffset? StartedAt, DateTimeOffset? LastAt,
    DateTimeOffset? CompletedAt, DateTimeOffset? WithdrawnAt, string Situation, float? Probability, int? Place, int Of, IReadOnlyList<string> Reasons, string NextStep, string? Name = null);

/// <summary>
/// What came of a section for a learner. Title: as the newest outline has it, else the section's id; status: not-reached, engaged, deferred, unknown,
/// rushed or jumped. Seconds from what is certain to what is possible.
/// </summary>
public sealed record LearnerSection(
    string Section, string Title, int Position, string Kind, string Status, int Visits, int OpenVisits, double SecondsLow, double SecondsHigh, int Responses, DateTimeOffset? FirstAt, DateTimeOffset? LastAt);

/// <summary>A visit of a learner to a section. Open: nobody saw it end; declared: the time is what the platform said.</summary>
public sealed record LearnerVisit(
    string Section, DateTimeOffset StartedAt, DateTimeOffset EndedAt, double SecondsLow, double SecondsHigh, bool IsOpen, bool IsDeclared, int Statements, int Responses);

/// <summary>Something a learner handed in or asked, and what came of it.</summary>
/// <param name="What">feedback or help.</param>
/// <param name="Section">Empty: in no section.</param>
/// <param name="MadeAt">When.</param>
/// <param name="AnsweredAt">First feedback or answer; null: none yet.</param>
/// <param name="HoursToAnswer">Null: none yet.</param>
/// <param name="IsWaiting">Somebody still waits for it.</param>
public sealed record LearnerAsk(string What, string Section, DateTimeOffset MadeAt, DateTimeOffset? AnsweredAt, double? HoursToAnswer, bool IsWaiting);

/// <summary>Something that waits for a facilitator.</summary>
/// <param name="What">feedback or help.</param>
/// <param name="Course">IRI.</param>
/// <param name="Learner">Pseudonym.</param>
/// <param name="CourseTitle">Its address where it has none.</param>
/// <param name="Section">Empty: in no section.</param>
/// <param name="SectionTitle">Its id where the newest outline has none.</param>
/// <param name="Kind">Of the section.</param>
/// <param name="WaitingSince">When it was handed in or asked.</param>
/// <param name="Name">Null: not known.</param>
public sealed record WaitingFigures(
    string What, string Course, string CourseTitle, Guid Learner, string Section, string SectionTitle, string Kind, DateTimeOffset WaitingSince, string? Name = null);
