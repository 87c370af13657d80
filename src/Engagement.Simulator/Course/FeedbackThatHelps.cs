using System.Globalization;

namespace Engagement.Simulator;

/// <summary>
/// The simulated course: a micro-credential for teachers in five modules. Each line is a section, in order.
/// One Try It is dull (a low pull) and one comes too late at night: a designer should find both on the page.
/// </summary>
internal static class FeedbackThatHelps
{
    private static readonly string[] s_modules =
    [
        "Why most feedback is ignored", "Saying what you saw", "Feedback on the run", "Learners who give feedback", "Showing that it works",
    ];

    /// <param name="start">When it opens: names the version of its outline.</param>
    /// <param name="edition">One of many, or the one course there is.</param>
    public static SimulatedCourse Build(DateTimeOffset start, CourseEdition? edition = null)
    {
        edition ??= CourseEdition.Only;
        var site = "https://learn.example.org/courses/" + edition.Slug;
        var course = new Draft(site, edition);
        course.Add(1, "welcome", "Welcome: how this course works", SectionKind.Content, SectionStyle.Page, 120);
        course.Add(1, "why-ignored", "Why most feedback is ignored", SectionKind.Content, SectionStyle.Player, 420);
        course.Add(1, "tryit-sort-comments", "Try It: Sort twelve comments", SectionKind.TryIt, SectionStyle.Exercise, 300);
        course.Add(1, "think-best-feedback", "Think About: The best feedback you ever got", SectionKind.ThinkAbout, SectionStyle.Journal, 240, pull: 1.15);
        course.Add(1, "feedback-research", "What the research says, in ten pages", SectionKind.Resource, SectionStyle.Page, 600, pull: 0.8);
        course.Add(1, "introductions", "Discussion: Introduce your classroom", SectionKind.Discussion, SectionStyle.Forum, 360);

        course.Add(2, "describe-not-judge", "Describe, don't judge", SectionKind.Content, SectionStyle.Player, 480);
        course.Add(2, "tryit-rewrite", "Try It: Rewrite a colleague's comment", SectionKind.TryIt, SectionStyle.TimedExercise, 420, pull: 0.55);
        course.Add(2, "three-questions", "Three questions every comment answers", SectionKind.Content, SectionStyle.Page, 300);
        course.Add(2, "tryit-three-questions", "Try It: Find the missing question", SectionKind.TryIt, SectionStyle.TimedExercise, 240);
        course.Add(2, "think-tone", "Think About: When your tone got in the way", SectionKind.ThinkAbout, SectionStyle.Journal, 200);
        course.Add(2, "check-describing", "Check your understanding: Describing", SectionKind.Assessment, SectionStyle.Exercise, 360, required: true);
        course.Add(2, "artifact-comments", "Your artifact: Five comments on real work", SectionKind.Artifact, SectionStyle.Workshop, 1500, required: true);

        course.Add(3, "thirty-seconds", "Thirty seconds at a desk", SectionKind.Content, SectionStyle.Player, 360);
        course.Add(3, "classroom-video", "Watch: One lesson, nine moments", SectionKind.Content, SectionStyle.Player, 660);
        course.Add(3, "tryit-spot-moments", "Try It: Spot the moment", SectionKind.TryIt, SectionStyle.Exercise, 360);
        course.Add(3, "prompt-cards", "Prompt cards to print", SectionKind.Resource, SectionStyle.Page, null, pull: 0.7);
        course.Add(3, "discussion-dilemmas", "Discussion: A dilemma from your week", SectionKind.Discussion, SectionStyle.Forum, 480, pull: 0.85);

        course.Add(4, "peer-feedback", "Why peers fall silent", SectionKind.Content, SectionStyle.Page, 420);
        course.Add(4, "model-a-critique", "Modelling a critique", SectionKind.Content, SectionStyle.Page, 300, floor: 30);
        course.Add(4, "tryit-sentence-starters", "Try It: Write sentence starters", SectionKind.TryIt, SectionStyle.Exercise, 480, pull: 0.75);
        course.Add(4, "think-who-speaks", "Think About: Who speaks in your class?", SectionKind.ThinkAbout, SectionStyle.Journal, 300, idle: 1200);
        course.Add(4, "artifact-protocol", "Your artifact: A peer feedback protocol", SectionKind.Artifact, SectionStyle.Workshop, 1800, required: true);

        course.Add(5, "evidence", "Collecting evidence of change", SectionKind.Content, SectionStyle.Player, 360);
        course.Add(5, "tryit-read-evidence", "Try It: Read two pieces of evidence", SectionKind.TryIt, SectionStyle.TimedExercise, 300, pull: 0.9);
        course.Add(5, "think-next-term", "Think About: What you will change next term", SectionKind.ThinkAbout, SectionStyle.Journal, 240);
        course.Add(5, "final-check", "Final check", SectionKind.Assessment, SectionStyle.TimedExercise, 600, required: true);
        course.Add(5, "next-steps", "Where to go from here", SectionKind.Resource, SectionStyle.Page, 90);

        return new SimulatedCourse
        {
            Id = site,
            Title = edition.Title,
            Version = start.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Mode = edition.Mode,
            Sections = course.Sections,
            Modules = [.. s_modules.Select((title, i) => ($"{site}/modules/{i + 1}", title))],
        };
    }

    private sealed class Draft(string site, CourseEdition edition)
    {
        public List<SimulatedSection> Sections { get; } = [];

        public void Add(
            int module, string id, string title, SectionKind kind, SectionStyle style, int? expected,
            double pull = 1, bool required = false, int? idle = null, int? floor = null)
        {
            // Module 4 was built in another tool, whose ids have a scheme but no "//".
            var activity = style == SectionStyle.Forum ? $"https://forum.example.org/{edition.Slug}/{id}"
                : module == 4 ? $"block-v1:LearnWell+{edition.Code}+2026+type@vertical+block@{id}"
                : $"{site}/modules/{module}/{id}";
            Sections.Add(new SimulatedSection
            {
                Id = id,
                Title = title,
                Kind = kind,
                Position = Sections.Count + 1,
                ActivityId = activity,
                Activities = style is SectionStyle.Page or SectionStyle.Journal ? [activity] : [activity, activity + "/*"],
                ExpectedSeconds = expected,
                Required = required,
                IdleSeconds = idle,
                FloorSeconds = floor,
                Module = module,
                Style = style,
                Pull = pull,
            });
        }
    }
}
