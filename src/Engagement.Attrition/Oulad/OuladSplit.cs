using Engagement.Attrition.Features;

namespace Engagement.Attrition.Oulad;

/// <summary>
/// Who is trained on and who is evaluated on: split by time, never at random. Trained on all presentations of 2013B, 2013J and
/// 2014B, what is to be chosen chosen on 2014B, evaluated on 2014J. FFF and GGG of 2014J are nobody's.
/// </summary>
internal static class OuladSplit
{
    private static readonly string[] Untouched = ["FFF", "GGG"];

    public static PersonWeeks Train(PersonWeeks weeks) => InPresentations(weeks, "2013B", "2013J", "2014B");

    /// <summary>What options are tried on.</summary>
    public static PersonWeeks Earlier(PersonWeeks weeks) => InPresentations(weeks, "2013B", "2013J");

    /// <summary>What options are chosen by.</summary>
    public static PersonWeeks Later(PersonWeeks weeks) => InPresentations(weeks, "2014B");

    public static PersonWeeks Test(PersonWeeks weeks)
    {
        var wanted = weeks.Courses.Select(course => Presentation(course) == "2014J" && !Untouched.Contains(Module(course))).ToArray();
        return weeks.Where(row => wanted[weeks.Course[row]]);
    }

    /// <summary>E.g. AAA.</summary>
    public static string Module(string course) => course.Split(':')[^2];

    private static PersonWeeks InPresentations(PersonWeeks weeks, params string[] presentations)
    {
        var wanted = weeks.Courses.Select(course => presentations.Contains(Presentation(course))).ToArray();
        return weeks.Where(row => wanted[weeks.Course[row]]);
    }

    private static string Presentation(string course) => course.Split(':')[^1];
}
