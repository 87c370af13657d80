using System.Reflection;
using Engagement.ClickHouse;

namespace Engagement.Attrition.Features;

/// <summary>
/// Half of what is known of learners at cuts. Each is asked for by a statement of its own, at the same time: planning so many
/// expressions takes as long as computing them, and one statement is planned by one processor.
/// </summary>
/// <param name="File">Name of its .sql.</param>
/// <param name="Packed">Features of which its rows make one column.</param>
/// <param name="Beside">Its other columns: features that compare learners, and what is no feature.</param>
internal sealed record FeaturePart(string File, IReadOnlyList<string> Packed, IReadOnlyList<string> Beside)
{
    /// <summary>Columns of <see cref="Activity"/> that are no features: the day of the course's run, whole, and yes (1) or no (0).</summary>
    public static readonly IReadOnlyList<string> Labels = ["day", "is_active", "is_eligible", "goes_silent", "withdraws", "gives_up"];

    private const string AmongAll = "Among all who are enrolled in the course at the cut", RankDone = "rank_done";

    /// <summary>What is asked of the learner, and owed to them.</summary>
    public static readonly FeaturePart Coursework = new("coursework", In("What is due", "What was handed in", "Waiting for an answer"), [RankDone]);

    /// <summary>What the learner was seen doing; the rest.</summary>
    public static readonly FeaturePart Activity = new(
        "activity", [.. FeatureList.Names.Except([.. Coursework.Packed, .. In(AmongAll)])], [.. In(AmongAll).Except([RankDone]), .. Labels]);

    /// <summary>Its columns as <see cref="Sql"/> gives them.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Packed, .. Beside];

    /// <summary>A statement for rows of course (String), learner (UUID), date of the cut (Int32, days since 1970) and columns (Array(Float32)), ordered.</summary>
    public string Sql { get; } = $"""
        SELECT course_id, learner_id, toInt32(t), arrayConcat(features, [{Floats(Beside)}])
        FROM ({Text("cuts")}{Text(File).Replace("/* features */", Floats(Packed), StringComparison.Ordinal)})
        ORDER BY course_id, t, learner_id
        -- Each row carries the learner's history until it is cut off: few at a time. The rest spares planning: of these two passes one finds
        -- nothing to do here, the other joins steps that are as quick apart.
        SETTINGS max_block_size = 4096, optimize_and_compare_chain = 0, query_plan_merge_expressions = 0
        """;

    private static string[] In(params string[] families) =>
        [.. families.SelectMany(name => FeatureList.Families.Single(family => family.Name == name).Features).Select(feature => feature.Name)];

    private static string Floats(IEnumerable<string> columns) => string.Join(", ", columns.Select(name => $"toFloat32({ClickHouse.Sql.Name(name)})"));

    private static string Text(string file) => ClickHouse.Sql.File(Assembly.GetExecutingAssembly(), "Features", file);
}
