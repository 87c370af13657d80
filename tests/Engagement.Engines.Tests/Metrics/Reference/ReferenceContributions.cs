namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>What a learner hands in, asks, and says to the others.</summary>
internal static class ReferenceContributions
{
    /// <param name="mine">All statements of one learner in one course.</param>
    public static IEnumerable<ContributionRow> Of(IEnumerable<PlacedStatement> mine) =>
        from s in mine
        let what = What(s)
        where what.Length > 0
        select new ContributionRow(s.Course, s.Statement.Learner, s.Statement.Id, what, s.SectionId, s.Kind, s.At);

    private static string What(PlacedStatement s) => s.Statement.VerbName switch
    {
        _ when s.Statement.Role == "ask" => "question",
        "submitted" => "submission",
        _ when s.Kind != "discussion" => "",
        "shared" => "share",
        "replied" => "reply",
        "responded" or "commented" or "posted" or "created" => s.Statement.RefersTo == Guid.Empty ? "post" : "reply",
        _ => "",
    };
}
