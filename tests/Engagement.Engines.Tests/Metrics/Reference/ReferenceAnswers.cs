namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>What others said to a learner's contributions, and what became of artifacts and reflections.</summary>
internal sealed class ReferenceAnswers
{
    private readonly ILookup<Guid, ReferenceStatement> _answers;
    private readonly Dictionary<(string, Guid), EnrolmentRow> _enrolments;

    /// <param name="statements">All that count, of everybody.</param>
    /// <param name="enrolments">All of them.</param>
    public ReferenceAnswers(IEnumerable<ReferenceStatement> statements, IEnumerable<EnrolmentRow> enrolments)
    {
        _answers = statements.Where(s => s.Role is "act" or "feedback").ToLookup(s => s.RefersTo);
        _enrolments = enrolments.ToDictionary(e => (e.CourseId, e.LearnerId));
    }

    public IEnumerable<FeedbackRow> Feedback(IEnumerable<ContributionRow> contributions) =>
        from c in contributions.Where(c => c.What == "submission")
        let answers = To(c)
        select new FeedbackRow(c.CourseId, c.LearnerId, c.SectionId, c.Kind, c.StatementId, c.MadeAt,
            answers.Count, FirstAt(answers), Latency(c, answers), FirstAt(answers.Where(a => a.Success == true)), WaitingSince(c, answers));

    public IEnumerable<HelpRow> Help(IEnumerable<ContributionRow> contributions) =>
        from c in contributions.Where(c => c.What == "question")
        let answers = To(c)
        select new HelpRow(c.CourseId, c.LearnerId, c.SectionId, c.Kind, c.StatementId, c.MadeAt,
            answers.Count, FirstAt(answers), Latency(c, answers), WaitingSince(c, answers));

    public IEnumerable<CommunityRow> Community(IEnumerable<ContributionRow> contributions) =>
        from c in contributions.Where(c => c.What is "post" or "reply" or "share")
        let answers = To(c)
        select new CommunityRow(c.CourseId, c.LearnerId, c.SectionId, c.StatementId, c.What, c.MadeAt, answers.Count, FirstAt(answers));

    public static IEnumerable<ArtifactRow> Artifacts(IEnumerable<EngagementRow> engagement, IEnumerable<FeedbackRow> feedback)
    {
        var submissions = feedback.ToLookup(f => (f.CourseId, f.LearnerId, f.SectionId));
        return
            from e in engagement.Where(e => e.Kind is "artifact" or "think-about")
            let here = submissions[(e.CourseId, e.LearnerId, e.SectionId)]
            let submitted = e.Kind == "artifact" ? here.Min(f => (long?)f.SubmittedAt) : e.FirstResponseAt
            select new ArtifactRow(e.CourseId, e.LearnerId, e.SectionId, e.Position, e.Kind, e.Required, submitted, here.Min(f => f.AcceptedAt));
    }

    // Nobody answers themselves.
    private List<ReferenceStatement> To(ContributionRow c) => [.. _answers[c.StatementId].Where(a => a.Learner != c.LearnerId)];

    private static double? Latency(ContributionRow c, List<ReferenceStatement> answers) =>
        FirstAt(answers) is { } first ? Math.Max(first - c.MadeAt, 0) / 1e6 : null;

    private long? WaitingSince(ContributionRow c, List<ReferenceStatement> answers) =>
        answers.Count == 0 && _enrolments[(c.CourseId, c.LearnerId)] is { CompletedAt: null, WithdrawnAt: null } ? c.MadeAt : null;

    private static long? FirstAt(IEnumerable<ReferenceStatement> answers) => answers.Min(a => (long?)a.At);
}
