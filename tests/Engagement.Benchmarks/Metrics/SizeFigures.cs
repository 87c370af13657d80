using Engagement.Benchmarks.Reports;

namespace Engagement.Benchmarks.Metrics;

/// <summary>All figures.</summary>
/// <param name="Sizes">Ascending.</param>
/// <param name="Counts">Of the learners that were touched.</param>
/// <param name="Load">The machine's, of the minute before.</param>
internal sealed record MetricsResult(IReadOnlyList<SizeFigures> Sizes, LearnerCounts Counts, double Load);

/// <summary>What was measured at one size.</summary>
/// <param name="Size">Statements that were asked for; those made differ by less than one in a hundred.</param>
/// <param name="Made">The statements.</param>
/// <param name="First">Their numbers, computed for the first time.</param>
/// <param name="Emptied">All numbers again, into emptied tables, each run.</param>
/// <param name="Over">All numbers again, over those that were there, each run.</param>
/// <param name="ResultBytes">On disk, all tables of results.</param>
/// <param name="Touched">Numbers of the few learners who did something new.</param>
/// <param name="Pages">What pages ask.</param>
/// <param name="Instead">What one would ask without computed numbers.</param>
/// <param name="MemoryLimit">Bytes the engine lets its queries have.</param>
internal sealed record SizeFigures(
    long Size, MadeStatements Made, Effort First, IReadOnlyList<Effort> Emptied, IReadOnlyList<Effort> Over, long ResultBytes,
    IReadOnlyList<TouchedLearners> Touched, IReadOnlyList<QueryTimes> Pages, IReadOnlyList<QueryTimes> Instead, long MemoryLimit)
{
    /// <summary>Statements computed a second.</summary>
    public double Rate(Effort effort) => Made.Statements / effort.Seconds;

    /// <summary>When a hundredth of the learners was touched.</summary>
    public TouchedLearners TouchedMany => Touched.Single(touched => touched.Share is not null);

    /// <summary>When so many learners were touched, for their number's sake.</summary>
    public TouchedLearners TouchedBy(long learners) => Touched.First(touched => touched.Share is null && touched.Learners == learners);
}

/// <summary>A size's statements.</summary>
/// <param name="Statements">How many.</param>
/// <param name="Learners">Who made them, without facilitators.</param>
/// <param name="Courses">Of how many courses.</param>
/// <param name="Effort">To make them.</param>
/// <param name="StatementBytes">On disk, table <c>statements</c>.</param>
/// <param name="ContentBytes">On disk, table <c>statement_contents</c>, which tells conflicts.</param>
internal sealed record MadeStatements(long Statements, long Learners, long Courses, Effort Effort, long StatementBytes, long ContentBytes);

/// <summary>Learners with a new session, and their numbers computed again.</summary>
/// <param name="Share">Of the learners, where that is what was meant, else null.</param>
/// <param name="Learners">How many.</param>
/// <param name="Statements">All of theirs, old and new.</param>
/// <param name="Seconds">Each time.</param>
internal sealed record TouchedLearners(double? Share, long Learners, long Statements, IReadOnlyList<double> Seconds)
{
    public double Median => Percentile.Median(Seconds);
}

/// <summary>A query, asked again and again.</summary>
/// <param name="Name">In the report.</param>
/// <param name="Seconds">Each time, to the last byte.</param>
/// <param name="Failure">Why there are no times; null where there are.</param>
internal sealed record QueryTimes(string Name, IReadOnlyList<double> Seconds, string? Failure = null)
{
    public double P50 => Percentile.Median(Seconds);

    public double P95 => Percentile.Of(0.95, Seconds);
}
