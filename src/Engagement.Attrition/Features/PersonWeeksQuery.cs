using Engagement.ClickHouse;

namespace Engagement.Attrition.Features;

/// <summary>Asks ClickHouse for person-weeks, by activity.sql and coursework.sql, with what is computed of the statements.</summary>
/// <param name="clickHouse">A migrated database.</param>
public sealed class PersonWeeksQuery(ClickHouseClient clickHouse)
{
    /// <summary>Days after a cut in which something must happen to count.</summary>
    public const int HorizonDays = 14;

    /// <summary>All person-weeks of the cuts. Who is enrolled or leaves while this is asked may be missing.</summary>
    public async Task<PersonWeeks> AskAsync(Cuts cuts, CancellationToken cancel = default)
    {
        var parts = await Task.WhenAll(PartAsync(FeaturePart.Activity, cuts, cancel), PartAsync(FeaturePart.Coursework, cuts, cancel));
        return new PartJoin(parts[0], parts[1]).Join();
    }

    private async Task<PartRows> PartAsync(FeaturePart part, Cuts cuts, CancellationToken cancel)
    {
        await using var answer = await clickHouse.StreamAsync(part.Sql, "RowBinary",
        [
            ("first_cut", cuts.From), ("last_cut", cuts.Until), ("first_day", cuts.FirstDay), ("last_day", cuts.LastDay),
            ("every", cuts.Every), ("is_labelled", cuts.AreLabelled), ("horizon", HorizonDays),
        ], cancel);
        return await PartReader.ReadAsync(answer, part.Columns.Count, cancel);
    }
}
