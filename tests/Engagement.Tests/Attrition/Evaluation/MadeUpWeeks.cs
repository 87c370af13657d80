using Engagement.Attrition.Evaluation;

namespace Engagement.Tests.Attrition.Evaluation;

/// <summary>Person-weeks that nobody lived.</summary>
internal static class MadeUpWeeks
{
    /// <summary>One course, one cut; each row a learner of their own.</summary>
    public static ScoredWeeks Of(params (double Score, bool Event)[] rows) => new(
        new int[rows.Length], [.. Enumerable.Range(0, rows.Length)], [.. rows.Select(_ => 7)],
        [.. rows.Select(row => row.Score)], [.. rows.Select(row => row.Event)]);

    /// <summary>A few courses of several weeks, a learner maybe in two of them; events by the score.</summary>
    /// <param name="seed">The same seed, the same weeks.</param>
    /// <param name="scores">How many different scores there are at most; all but the largest numbers make ties.</param>
    /// <param name="learners">Of each course, at most.</param>
    public static ScoredWeeks Random(int seed, int scores = int.MaxValue, int learners = 40)
    {
        var random = new Random(seed);
        var rows = (
            from course in Enumerable.Range(0, random.Next(1, 4))
            let size = random.Next(1, learners + 1)
            from day in Enumerable.Range(1, random.Next(1, 9)).Select(week => week * 7)
            from learner in Enumerable.Range(course * 10, size)
            where random.NextDouble() < 0.9
            let score = random.Next(scores) / (double)scores
            select (course, learner, day, score, happened: random.NextDouble() < score)).ToArray();
        random.Shuffle(rows);
        return new ScoredWeeks(
            [.. rows.Select(row => row.course)], [.. rows.Select(row => row.learner)], [.. rows.Select(row => row.day)],
            [.. rows.Select(row => row.score)], [.. rows.Select(row => row.happened)]);
    }
}
