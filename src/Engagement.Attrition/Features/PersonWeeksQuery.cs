using System.Reflection;
using Engagement.ClickHouse;

namespace Engagement.Attrition.Features;

/// <summary>Asks ClickHouse for person-weeks: person_weeks.sql, with what is computed of the statements.</summary>
/// <param name="clickHouse">A migrated database.</param>
public sealed class PersonWeeksQuery(ClickHouseClient clickHouse)
{
    /// <summary>Days after a cut in which something must happen to count.</summary>
    public const int HorizonDays = 14;

    private static readonly string Query =
        $"SELECT course_id, learner_id, day, toInt32(t), is_active, is_eligible, goes_silent, withdraws, gives_up, {string.Join(", ", FeatureList.Names.Select(name => $"toFloat32({Sql.Name(name)})"))}\n"
        + $"FROM (\n{Sql.File(Assembly.GetExecutingAssembly(), "Features", "person_weeks")})\n"
        + "ORDER BY course_id, t, learner_id\n"
        // Each row carries the learner's history until it is cut off: few at a time. The rest spares planning, which of so many expressions takes
        // half a second: of these two passes one finds nothing to do here, the other joins steps that are as quick apart.
        + "SETTINGS max_block_size = 4096, optimize_and_compare_chain = 0, query_plan_merge_expressions = 0";

    /// <summary>All person-weeks of the cuts.</summary>
    public async Task<PersonWeeks> AskAsync(Cuts cuts, CancellationToken cancel = default)
    {
        await using var answer = await clickHouse.StreamAsync(Query, "RowBinary",
        [
            ("first_cut", cuts.From), ("last_cut", cuts.Until), ("first_day", cuts.FirstDay), ("last_day", cuts.LastDay),
            ("every", cuts.Every), ("is_labelled", cuts.AreLabelled), ("horizon", HorizonDays),
        ], cancel);
        return await PersonWeeksReader.ReadAsync(answer, FeatureList.All.Count, cancel);
    }
}
