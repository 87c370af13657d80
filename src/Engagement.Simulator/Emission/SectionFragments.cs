using System.Text.Json.Nodes;

namespace Engagement.Simulator;

/// <summary>A section's activities as JSON, made once.</summary>
internal sealed class SectionFragments
{
    private const string SectionKindExtension = "https://w3id.org/xapi/engagement/extensions/section-kind";

    public SectionFragments(SimulatedCourse course, SimulatedSection section)
    {
        var whole = Fragments.Activity(
            section.ActivityId, TypeOf(section.Kind), section.Title, section.Style is not (SectionStyle.Page or SectionStyle.Forum));
        // Some tools state the section's kind, some leave it to its name and type.
        if (section is { Style: SectionStyle.TimedExercise, Kind: SectionKind.TryIt })
            whole["definition"]!["extensions"] = new JsonObject { [SectionKindExtension] = "try-it" };
        Whole = Fragments.Bytes(whole);

        Reference = Fragments.Bytes(Fragments.Activity(section.ActivityId, null, null, statesObjectType: false));

        var (moduleId, moduleTitle) = course.Modules[section.Module - 1];
        Module = Fragments.Bytes(Fragments.Activity(moduleId, "http://adlnet.gov/expapi/activities/module", moduleTitle, false));
        Questions = Parts("question", 10, "http://adlnet.gov/expapi/activities/cmi.interaction", isQuestion: true);
        Pages = Parts("page", 150, "http://id.tincanapi.com/activitytype/slide", isQuestion: false);
        Submissions = Parts("submission", 3, "http://id.tincanapi.com/activitytype/document", isQuestion: false);

        byte[][] Parts(string word, int count, string type, bool isQuestion) =>
        [
            .. Enumerable.Range(0, count).Select(number =>
            {
                var part = Fragments.Activity($"{section.ActivityId}/{word}/{number}", type, null);
                if (isQuestion)
                    part["definition"]!["interactionType"] = "choice";
                return Fragments.Bytes(part);
            }),
        ];
    }

    /// <summary>The section itself.</summary>
    public byte[] Whole { get; }

    /// <summary>The section as a parent: most tools are brief there.</summary>
    public byte[] Reference { get; }

    public byte[] Module { get; }

    // Parts of the section, by number: their ids begin with the section's, which the outline claims by prefix.
    public byte[][] Questions { get; }
    public byte[][] Pages { get; }
    public byte[][] Submissions { get; }

    public static string TypeOf(SectionKind kind) => kind switch
    {
        SectionKind.Content => "http://adlnet.gov/expapi/activities/lesson",
        SectionKind.Resource => "http://id.tincanapi.com/activitytype/resource",
        SectionKind.TryIt => "http://adlnet.gov/expapi/activities/interaction",
        SectionKind.ThinkAbout => "http://adlnet.gov/expapi/activities/lesson",
        SectionKind.Discussion => "http://id.tincanapi.com/activitytype/discussion",
        SectionKind.Assessment => "http://adlnet.gov/expapi/activities/assessment",
        _ => "http://id.tincanapi.com/activitytype/school-assignment",
    };
}
