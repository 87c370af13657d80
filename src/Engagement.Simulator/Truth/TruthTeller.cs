namespace Engagement.Simulator;

/// <summary>Lives each life once more, without writing it down, and keeps the books.</summary>
internal static class TruthTeller
{
    public static LearnerTruth Tell(SimulatedCourse course, LearnerLife life, ulong seed)
    {
        var ledgers = new SectionLedger[course.Sections.Count];
        var statements = 0;
        foreach (var stretch in life.Stretches())
        {
            statements += stretch.Statements.Count;
            foreach (var visit in stretch.Visits)
                ledgers[visit.Section.Position - 1].Add(visit);
        }

        var sections = new SectionTruth[ledgers.Length];
        long? laterAtMs = null;
        for (var i = ledgers.Length - 1; i >= 0; i--)
        {
            sections[i] = ledgers[i].Close(course.Sections[i], laterAtMs, life.Completed);
            if (ledgers[i].FirstAtMs is { } first && !(laterAtMs < first))
                laterAtMs = first;
        }

        var learner = life.Learner;
        return new LearnerTruth
        {
            Person = learner.Person,
            Kind = learner.Kind,
            Mode = learner.Mode,
            Cohort = Roster.CohortNames[learner.Cohort],
            Facilitator = learner.Facilitator?.Person,
            Registration = StatementIds.Registration(seed, learner.Index),
            RegisteredAt = DateTimeOffset.FromUnixTimeMilliseconds(learner.RegisteredAtMs),
            Completed = life.Completed,
            GaveUp = life.GaveUp,
            Withdrew = life.Withdrew,
            SlowestFeedback = TimeSpan.FromDays(life.SlowestFeedbackDays),
            Statements = statements,
            Sections = sections,
        };
    }
}
