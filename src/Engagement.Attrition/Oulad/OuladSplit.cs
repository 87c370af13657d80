using Engagement.Attrition.Features;

namespace Engagement.Attrition.Oulad;

/// <summary>
/// Who is trained on and who is evaluated on: split by time, never at random. Trained on all presentations of 2013B, 2013J and
/// 2014B, what is to be chosen chosen on the last of these, evaluated on 2014J. FFF and GGG of 2014J are nobody's.
/// </summary>
internal static class OuladSplit
{
    private const string Test = "2014J";

    private static readonly string[] Untouched = ["FFF", "GGG"];

    /// <summary>Presentations that are trained on, in order of time.</summary>
    public static readonly string[] Train = ["2013B", "2013J", "2014B"];

    public static PersonWeeks In(PersonWeeks weeks, params string[] presentations)
    {
        var wanted = weeks.Courses.Select(course => presentations.Contains(Presentation(course))).ToArray();
        return weeks.Where(row => wanted[weeks.Course[row]]);
    }

    public static PersonWeeks InTest(PersonWeeks weeks)
    {
        var wanted = weeks.Courses.Select(course => Presentation(course) == Test && !Untouched.Contains(Module(course))).ToArray();
        return weeks.Where(row => wanted[weeks.Course[row]]);
    }

    /// <summary>E.g. AAA.</summary>
    public static string Module(string course) => course.Split(':')[^2];

    private static string Presentation(string course) => course.Split(':')[^1];
}
