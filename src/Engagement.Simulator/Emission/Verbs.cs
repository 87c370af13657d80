using System.Text;

namespace Engagement.Simulator;

/// <summary>How the course's tools name what is done: each has its own habits.</summary>
internal static class Verbs
{
    private static readonly byte[] s_experienced = Adl("experienced"), s_initialized = Adl("initialized"), s_launched = Adl("launched"),
        s_viewed = Fragment("http://id.tincanapi.com/verb/viewed", "viewed"), s_interacted = Adl("interacted"),
        s_progressed = Adl("progressed"), s_bookmarked = Fragment("http://id.tincanapi.com/verb/bookmarked", "bookmarked"),
        s_answered = Adl("answered"), s_responded = Adl("responded"), s_commented = Adl("commented"), s_shared = Adl("shared"),
        s_submitted = Fragment("http://activitystrea.ms/schema/1.0/submit", "submitted"), s_completed = Adl("completed"),
        s_passed = Adl("passed"), s_failed = Adl("failed"), s_asked = Adl("asked"), s_exited = Adl("exited"),
        s_terminated = Adl("terminated"), s_registered = Adl("registered"),
        s_unregistered = Fragment("http://id.tincanapi.com/verb/unregistered", "unregistered"),
        s_evaluated = Fragment("https://w3id.org/xapi/acrossx/verbs/evaluated", "evaluated"),
        s_reviewed = Fragment("http://id.tincanapi.com/verb/reviewed", "reviewed");

    /// <summary>The whole <c>verb</c> object.</summary>
    public static byte[] Of(Deed deed, SectionStyle style, int item) => deed switch
    {
        Deed.Registered => s_registered,
        Deed.Unregistered => s_unregistered,
        Deed.SessionStarted => s_initialized,
        Deed.SessionEnded => s_terminated,
        Deed.CourseCompleted or Deed.Finished => s_completed,
        Deed.Opened => style switch
        {
            SectionStyle.Page => s_experienced,
            SectionStyle.Player => s_initialized,
            SectionStyle.Exercise or SectionStyle.TimedExercise => s_launched,
            _ => s_viewed,
        },
        Deed.Interacted => s_interacted,
        Deed.Progressed or Deed.Heartbeat => s_progressed,
        Deed.Bookmarked => s_bookmarked,
        Deed.Answered => s_answered,
        Deed.Reflected => s_responded,
        Deed.Posted => item == 1 ? s_commented : s_shared,
        Deed.Submitted => s_submitted,
        Deed.Passed => s_passed,
        Deed.Failed => s_failed,
        Deed.Asked => s_asked,
        Deed.Exited => s_exited,
        Deed.Feedback => s_evaluated,
        Deed.HelpGiven => s_reviewed,
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };

    private static byte[] Adl(string name) => Fragment("http://adlnet.gov/expapi/verbs/" + name, name);

    private static byte[] Fragment(string id, string display) =>
        Encoding.UTF8.GetBytes($$$"""{"id":"{{{id}}}","display":{"en-US":"{{{display}}}"}}""");
}
