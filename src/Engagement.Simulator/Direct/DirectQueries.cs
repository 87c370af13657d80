namespace Engagement.Simulator.Direct;

/// <summary>
/// The queries that make a simulated platform inside ClickHouse, many courses of the same sections, and what they need to know.
/// Each is one statement; what is written <c>{name:Type}</c> in it is a parameter.
/// </summary>
public static class DirectQueries
{
    private const string Placeholder = "{course}";

    private static readonly string[] s_modes = ["self-directed", "micro-credential", "facilitated"];

    private static readonly string s_learners = Read("learners");
    private static readonly string s_visits = s_learners + ",\n" + Read("visits");

    /// <summary>Gives the number of enrolments for so many statements, looking at the first <c>count</c>.</summary>
    public static string Size { get; } = s_visits + Read("size");

    /// <summary>Inserts the statements of <c>count</c> enrolments, from <c>first</c> on, as stored from <c>stored_us</c> on.</summary>
    public static string Statements { get; } = s_visits + Read("statements");

    /// <summary>Inserts the touches for what <see cref="Statements"/> inserted, stored until <c>stored_until_us</c>.</summary>
    public static string Touches { get; } = s_learners + Read("touches");

    /// <summary>A course's outline, JSON in the form of the topic <c>course-outlines</c>.</summary>
    /// <param name="options">Its <see cref="DirectOptions.Start"/> is when the outline comes into force.</param>
    /// <param name="course">From 0; the first is the largest.</param>
    public static byte[] Outline(DirectOptions options, int course) => OutlineJson.Write(FeedbackThatHelps.Build(options.Start, new CourseEdition(
        $"course-{course + 1}", $"course-{course + 1}", $"Feedback That Helps, course {course + 1}", s_modes[ModeOf(course)])));

    /// <summary>The parameters that are the same for every chunk.</summary>
    public static IEnumerable<(string Name, object? Value)> Parameters(DirectOptions options)
    {
        var course = FeedbackThatHelps.Build(options.Start, new CourseEdition(Placeholder, Placeholder, "", ""));
        var sections = course.Sections;
        return
        [
            ("seed", options.Seed), ("courses", options.Courses), ("statements", options.Statements),
            ("start_ms", options.Start.ToUnixTimeMilliseconds()), ("end_ms", options.End.ToUnixTimeMilliseconds()),
            ("activities", sections.Select(section => section.ActivityId)),
            ("modules", sections.Select(section => course.Modules[section.Module - 1].Id)),
            ("titles", sections.Select(section => section.Title)),
            ("styles", sections.Select(section => section.Style.ToString())),
            ("kinds", sections.Select(section => OutlineJson.Spelling(section.Kind))),
            ("types", sections.Select(section => SectionFragments.TypeOf(section.Kind))),
            ("hints", sections.Select(section => Hint(section.Kind))),
            ("pulls", sections.Select(section => section.Pull)),
            ("required", sections.Select(section => section.Required)),
            ("typical_ms", sections.Select(section => section.TypicalMs)),
            ("floor_ms", sections.Select(section => section.FloorMs)),
        ];
    }

    // So that each mode has about a third of the learners, though courses are of unequal sizes. As in learners.sql.
    private static int ModeOf(int course) => (course % 6) switch { 0 or 5 => 0, 1 or 4 => 1, _ => 2 };

    // What ingest takes a section for by its type and name: a number of the column kind_hint.
    private static int Hint(SectionKind kind) => kind == SectionKind.Artifact ? (int)SectionKind.Assessment + 1 : (int)kind + 1;

    private static string Read(string name)
    {
        using var stream = typeof(DirectQueries).Assembly.GetManifestResourceStream(name + ".sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd() + "\n";
    }
}
