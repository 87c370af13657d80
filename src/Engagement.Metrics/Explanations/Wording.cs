using System.Globalization;

namespace Engagement.Metrics.Explanations;

/// <summary>Figures in words; times without the date where all of the learner's sections are of one day.</summary>
internal sealed class Wording(LearnerRecord record)
{
    private readonly string _time = Days(record).Distinct().Count() > 1 ? "yyyy-MM-dd HH:mm:ss.FFFFFF" : "HH:mm:ss.FFFFFF";

    public string Time(DateTimeOffset at) => at.UtcDateTime.ToString(_time, CultureInfo.InvariantCulture);

    public static string Seconds(decimal seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture) + " s";

    /// <summary>One figure where both bounds are the same.</summary>
    public static string Seconds(decimal low, decimal high) =>
        low == high ? Seconds(low) : $"{low.ToString("0.######", CultureInfo.InvariantCulture)} to {Seconds(high)}";

    private static IEnumerable<DateTime> Days(LearnerRecord record) => record.Sections
        .SelectMany(section => new[] { section.FirstAt, section.LastAt, section.EngagedAt })
        .Append(record.Enrolment.CompletedAt)
        .OfType<DateTimeOffset>()
        .Select(time => time.UtcDateTime.Date);
}
