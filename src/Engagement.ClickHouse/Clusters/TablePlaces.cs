namespace Engagement.ClickHouse.Clusters;

/// <summary>Every table there is or was, and where its rows lie on a cluster. A table that is not here fails a test, and a migration.</summary>
public static class TablePlaces
{
    /// <summary>What the name of the table on a shard ends in.</summary>
    public const string LocalEnding = "_local";

    // The same for all, so that what is replaced, or found by a learner in a mutation, lies where the learner's other rows do.
    private const string LearnerKey = "sipHash64(learner_id)", FirstShardKey = "0";

    // Statements, and what grows with them.
    private static readonly string[] ByLearner =
    [
        "statements", "statement_contents", "statement_refs", "touches", "enrolments", "visits", "section_engagement", "learner_days", "contributions",
        "learner_activities", "marks", "risk_scores", "roster", "run_stretches", "run_visits",
        "learner_courses", // until 0008
    ];

    // The youngest run alone may write: all servers must agree on which that is.
    private static readonly string[] OnFirstShard = ["metrics_runs"];

    // Mutations read them on the servers they run on.
    private static readonly string[] EverywhereAtOnce = ["erasures", "retention_due", "retention_contexts"];

    // Of courses, contexts, accounts, runs: few rows, and joined with everything.
    private static readonly string[] Everywhere =
    [
        "migrations", "rejected_events", "replayed_rejections", "conflicts", "contexts", "resolved_contexts",
        "course_outlines", "outlines_applied", "pauses", "course_runs", "models", "model_switches", "model_watch",
        "people", "identity_reads", "alert_events", "alert_actions", "alert_notes", "deliveries", "digests",
        "accounts", "api_keys", "api_key_uses", "one_time_links", "ended_sessions",
        "run_touches", "run_learners", "run_outlines", "run_sections", "run_contexts", "unresolved_contexts", "context_courses", "context_sections", "run_scenes", "run_conflicts",
        "voidings", "resolved_statements", // until 0008
    ];

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, TablePlace> All { get; } = new Dictionary<string, TablePlace>(
    [
        .. At(TablePlace.ByLearner, ByLearner), .. At(TablePlace.OnFirstShard, OnFirstShard),
        .. At(TablePlace.EverywhereAtOnce, EverywhereAtOnce), .. At(TablePlace.Everywhere, Everywhere),
    ]);

    /// <exception cref="ArgumentException">Nobody has said where it is to lie.</exception>
    public static TablePlace Of(string table) => All.TryGetValue(table, out var place)
        ? place
        : throw new ArgumentException($"Where table {table} lies on a cluster is not said in {nameof(TablePlaces)}.");

    /// <summary>Whether there is a table on each shard, and a Distributed one over them.</summary>
    public static bool IsSharded(string table) => Of(table) is TablePlace.ByLearner or TablePlace.OnFirstShard;

    /// <summary>The table that holds the rows on a server.</summary>
    public static string Local(string table) => IsSharded(table) ? table + LocalEnding : table;

    /// <summary>Which shard a row of a sharded table goes to.</summary>
    internal static string ShardKey(string table) => Of(table) == TablePlace.ByLearner ? LearnerKey : FirstShardKey;

    private static IEnumerable<KeyValuePair<string, TablePlace>> At(TablePlace place, string[] tables) => tables.Select(table => KeyValuePair.Create(table, place));
}
