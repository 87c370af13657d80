namespace Engagement.Erasure;

/// <summary>
/// Every table of the database, and how a learner's rows are found in it. A table that is not here fails a test: whoever adds one
/// says here what becomes of it when a learner is erased.
/// </summary>
public static class LearnerTables
{
    private const string ByLearner = "learner_id IN <who>", AsFacilitator = "facilitator_id IN <who>";
    private const string NoOne = "00000000-0000-0000-0000-000000000000";

    // Ids of what the learner said; an id that turned out to be another's statement is left out.
    private const string TheirStatements = """
        (SELECT statement_id FROM statement_contents WHERE learner_id IN <who>
            AND statement_id NOT IN (SELECT statement_id FROM conflicts WHERE learner_id IN <who> AND winner_learner_id NOT IN <who>))
        """;

    private const string WorkOfARun = "what a metrics run works on; dropped at its end";
    private const string NoLearner = "what courses and runs are, of no learner";

    /// <summary>
    /// In the order they are emptied: what is found by way of another table comes before that one, so that an erasure that
    /// died half way finds the rest.
    /// </summary>
    public static IReadOnlyList<LearnerTable> All { get; } =
    [
        new("statement_refs", $"{ByLearner} OR (role = 'feedback' AND target_id IN {TheirStatements})", "which statements the learner spoke of, and feedback on theirs"),
        new("contexts", OnlyTheirs, "courses, activities and cohorts that only statements of the learner name"),
        new("resolved_contexts", OnlyTheirs, "sections of these; kept for seven days"),
        new("statements", $"{ByLearner} OR (role = 'feedback' AND refers_to_id IN {TheirStatements})", "what the learner did, and the feedback of others on it, which judges their work"),
        new("touches", ByLearner, "that the learner's numbers are to be computed"),
        new("enrolments", ByLearner, "the learner's courses") { IsByCourse = true },
        new("visits", ByLearner, "time in sections") { IsByCourse = true },
        new("section_engagement", ByLearner, "status of each section") { IsByCourse = true },
        new("learner_days", ByLearner, "what was done on each day") { IsByCourse = true },
        new("contributions", ByLearner, "what was handed in, asked and said") { IsByCourse = true },
        new("learner_activities", ByLearner, "activities that outlines are drafted from") { IsByCourse = true },
        new("marks", ByLearner, "marks") { IsByCourse = true },
        new("risk_scores", ByLearner, "risk of giving up, with reasons") { IsByCourse = true },
        new("deliveries", "event_id IN (SELECT event_id FROM alert_events WHERE learner_id IN <who>)", "who was told of changes of the learner's alerts"),
        new("alert_notes", ByLearner, "what facilitators noted of the learner, encrypted") { IsByCourse = true, Sealed = "sealed" },
        new("alert_actions", ByLearner, "what facilitators did with the learner's alerts") { IsByCourse = true },
        new("alert_events", ByLearner, "alerts on the learner, and their changes")
        {
            IsByCourse = true, Unname = $"facilitator_id = toUUID('{NoOne}')", Named = "facilitator_id IN <who>",
        },
        new("roster", ByLearner, "cohort and facilitator, as the platform says")
        {
            IsByCourse = true, Unname = $"facilitator_id = toUUID('{NoOne}')", Named = "facilitator_id IN <who>",
        },
        new("digests", AsFacilitator, "mails to them, where they are a facilitator; of a learner they hold ids of changes that are gone"),
        new("accounts", AsFacilitator, "their account, where they are a facilitator"),
        new("api_keys", AsFacilitator, "keys that see as they do, where they are a facilitator"),
        new("people", "person_id IN <who>", "name and address, encrypted") { Sealed = "sealed" },
        new("identity_reads", "person_id IN <who>", "who was shown the name, and when"),
        new("retention_due", ByLearner, "whose courses are being deleted for their age; emptied at the end"),
        new("run_touches", ByLearner, WorkOfARun),
        new("run_learners", ByLearner, WorkOfARun),
        new("run_conflicts", ByLearner, WorkOfARun),
        new("run_stretches", ByLearner, WorkOfARun),
        new("run_visits", ByLearner, WorkOfARun),
        new("conflicts", ByLearner, "statements of the learner under an id that is another's")
        {
            Unname = $"winner_learner_id = toUUID('{NoOne}'), winner_kafka_partition = -1, winner_kafka_offset = -1", Named = "winner_learner_id IN <who>",
        },
        new("statement_contents", ByLearner, "ids and hashes of the learner's statements"),

        new("erasures", "", "the tombstone: the pseudonym alone, so that a replay does not bring the learner back"),
        new("models", "", "weights over all learners; 'learner erase' names those that may have learnt from the learner"),
        new("model_switches", "", "which model scores"),
        new("model_watch", "", "means over all learners"),
        new("api_key_uses", "", "when they last did"),
        new("one_time_links", "", "links to begin or to set a password"),
        new("ended_sessions", "", "sessions that somebody signed out of"),
        new("rejected_events", "", "where a refused message lies, by which rule and of which software; who sent it was not read. Retention ends it"),
        new("replayed_rejections", "", "that a refused message was sent again"),
        new("course_outlines", "", "sections of courses; a drafted outline follows from the activities of all learners"),
        new("outlines_applied", "", NoLearner),
        new("pauses", "", NoLearner),
        new("course_runs", "", NoLearner),
        new("metrics_runs", "", NoLearner),
        new("migrations", "", NoLearner),
        new("run_outlines", "", NoLearner),
        new("run_sections", "", NoLearner),
        new("run_contexts", "", NoLearner),
        new("unresolved_contexts", "", NoLearner),
        new("context_courses", "", NoLearner),
        new("context_sections", "", NoLearner),
        new("run_scenes", "", NoLearner),
        new("retention_contexts", "", NoLearner),
    ];

    /// <summary>Those that hold rows of learners, in the order they are emptied.</summary>
    public static IReadOnlyList<LearnerTable> OfLearners { get; } = [.. All.Where(table => table.HoldsLearners)];

    private const string OnlyTheirs = """
        context_key IN (SELECT context_key FROM statements WHERE learner_id IN <who>)
            AND context_key NOT IN (SELECT context_key FROM statements WHERE learner_id NOT IN <who>)
        """;
}
