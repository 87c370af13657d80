namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>The definitions of the metrics, word by word, slow and without SQL.</summary>
internal sealed class ReferenceMetrics
{
    public ReferenceMetrics(IEnumerable<ReferenceStatement> delivered, IEnumerable<ReferenceOutline> declared)
    {
        var distinct = new ReferenceIdentity(delivered).Statements;
        var voided = distinct.Where(s => s.Role == "void").Select(s => s.Voids).ToHashSet();
        var statements = distinct.Where(s => s.Role == "void" || !voided.Contains(s.Id)).ToList();
        var places = new ReferencePlaces(statements, declared);

        foreach (var learner in statements.GroupBy(s => s.Learner))
            Compute([.. learner.OrderBy(s => s.At).ThenBy(s => s.Id.ToString(), StringComparer.Ordinal).Select(places.Of)]);

        var answers = new ReferenceAnswers(statements, Enrolments);
        SectionDays = [.. ReferenceDays.OfSections(Visits)];
        Feedback = [.. answers.Feedback(Contributions)];
        Help = [.. answers.Help(Contributions)];
        Community = [.. answers.Community(Contributions)];
        Artifacts = [.. ReferenceAnswers.Artifacts(Engagement, Feedback)];
    }

    public List<VisitRow> Visits { get; } = [];

    public List<EnrolmentRow> Enrolments { get; } = [];

    public List<EngagementRow> Engagement { get; } = [];

    public List<LearnerDayRow> LearnerDays { get; } = [];

    public List<ContributionRow> Contributions { get; } = [];

    public IReadOnlyList<SectionDayRow> SectionDays { get; }

    public IReadOnlyList<FeedbackRow> Feedback { get; }

    public IReadOnlyList<HelpRow> Help { get; }

    public IReadOnlyList<CommunityRow> Community { get; }

    public IReadOnlyList<ArtifactRow> Artifacts { get; }

    private void Compute(List<PlacedStatement> statements)
    {
        var visits = ReferenceVisits.Of(statements).ToLookup(v => v.CourseId);
        foreach (var course in statements.GroupBy(s => s.Course).Where(c => c.Key.Length > 0 && c.Any(s => s.Statement.SpeaksForLearner)))
        {
            var mine = course.ToList();
            var visited = visits[course.Key].ToList();
            var enrolment = ReferenceEnrolments.Of(mine);
            Enrolments.Add(enrolment);
            Visits.AddRange(visited);
            LearnerDays.AddRange(ReferenceDays.OfLearner(mine, visited));
            Contributions.AddRange(ReferenceContributions.Of(mine));
            if (mine[^1].Outline is { } outline)
                Engagement.AddRange(ReferenceStatus.Of(outline, enrolment.CompletedAt is not null, enrolment.LearnerId, visited));
        }
    }
}
