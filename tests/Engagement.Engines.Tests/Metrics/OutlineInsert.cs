using System.Security.Cryptography;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Metrics.Reference;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>Puts declared outlines where their store would, thousands at once.</summary>
internal static class OutlineInsert
{
    /// <param name="clickHouse">Where to.</param>
    /// <param name="before">The versions that are there.</param>
    /// <param name="after">The versions that shall be there.</param>
    /// <param name="rowVersion">Larger than at the call before.</param>
    public static async Task DeclareAsync(
        this ClickHouseClient clickHouse, IEnumerable<ReferenceOutline> before, IReadOnlyCollection<ReferenceOutline> after, int rowVersion)
    {
        var gone = before.ExceptBy(after.Select(Key), Key);
        var rows = after.Select(o => Row(o, rowVersion, isDeleted: false)).Concat(gone.Select(o => Row(o, rowVersion, isDeleted: true))).ToList();
        if (rows.Count > 0) await clickHouse.InsertRowsAsync("course_outlines", rows);
    }

    private static (string, string) Key(ReferenceOutline outline) => (outline.Course, outline.Outline.Version);

    private static Dictionary<string, object?> Row(ReferenceOutline o, int rowVersion, bool isDeleted) => new()
    {
        ["course_id"] = o.Course, ["origin"] = "declared", ["version"] = o.Outline.Version, ["title"] = o.Outline.Title, ["mode"] = o.Outline.Mode,
        ["valid_from"] = StatementInsert.Time(o.ValidFrom), ["content_hash"] = Convert.ToHexStringLower(SHA256.HashData(o.Outline.ToJson())[..16]),
        ["sections"] = o.Outline.Sections.Select(s => new Dictionary<string, object?>
        {
            ["id"] = s.Id, ["title"] = s.Title, ["kind"] = s.Kind, ["activities"] = s.Activities, ["required"] = s.Required,
            ["expected_us"] = Micros(s.ExpectedSeconds), ["idle_us"] = Micros(s.IdleSeconds), ["floor_us"] = Micros(s.FloorSeconds),
            ["due_at"] = null, ["weight"] = s.Weight,
        }),
        ["row_version"] = rowVersion, ["is_deleted"] = isDeleted ? 1 : 0,
    };

    private static long? Micros(decimal? seconds) => (long?)(seconds * 1_000_000);
}
