namespace Engagement.Attrition.Features;

/// <summary>Ends of days at which features are taken, of all courses that run then.</summary>
/// <param name="FirstDay">First day of a course's run, 0 the day it begins.</param>
/// <param name="LastDay">Last day of a course's run, if it runs so long.</param>
/// <param name="Every">Days from one cut to the next, from 1.</param>
/// <param name="From">No cut before this date.</param>
/// <param name="Until">No cut after this date.</param>
/// <param name="AreLabelled">Only cuts of which it is known, or soon can be, what came of them; else labels mean nothing.</param>
public sealed record Cuts(int FirstDay, int LastDay, int Every, DateOnly From, DateOnly Until, bool AreLabelled = true)
{
    private static readonly DateOnly Earliest = new(1970, 1, 1), Latest = new(2149, 1, 1);

    /// <summary>The end of each week of each course.</summary>
    public static Cuts Weekly { get; } = new(7, 7 * 1000, 7, Earliest, Latest);

    /// <summary>The end of each day of each course, after the first few.</summary>
    public static Cuts Daily { get; } = Weekly with { FirstDay = 3, Every = 1 };

    /// <summary>One day of each course's run.</summary>
    public static Cuts OnDay(int day) => new(day, day, 1, Earliest, Latest);

    /// <summary>One date, today perhaps, of whichever courses run then.</summary>
    public static Cuts OnDate(DateOnly date) => new(0, 7 * 1000, 1, date, date, AreLabelled: false);
}
