namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>What a data folder holds, asked through the program.</summary>
internal static class Tables
{
    public const string Sections = """
        SELECT course_id, learner_id, section_id, position, kind, status, visits, open_visits, declared_visits, clipped_visits,
               seconds_low, seconds_high, responses, first_at, last_at
        FROM section_engagement FINAL ORDER BY ALL
        """;

    public const string Visits = """
        SELECT course_id, learner_id, section_id, started_at, seconds_low, seconds_high, is_open, is_declared FROM visits FINAL ORDER BY ALL
        """;

    public static async Task<string> AskAsync(string data, string sql)
    {
        var (code, output, errors) = await EngagementProcess.RunAsync("query", sql, "--data", data);
        Assert.True(code == 0, errors);
        return output.TrimEnd('\n');
    }
}
