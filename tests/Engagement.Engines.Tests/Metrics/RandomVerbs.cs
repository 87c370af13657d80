using System.Text;
using Engagement.Statements.Vocabulary;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>Verbs of random statements, with the role the statement reader gives them.</summary>
internal static class RandomVerbs
{
    private const string Adl = "http://adlnet.gov/expapi/verbs/";
    private const string Streams = "http://activitystrea.ms/schema/1.0/";
    private const string Acrossx = "https://w3id.org/xapi/acrossx/verbs/";

    /// <summary>Of going through a course.</summary>
    public static readonly (string Verb, string Role)[] Usual =
    [
        .. new[]
        {
            Adl + "experienced", "http://id.tincanapi.com/verb/viewed", Adl + "initialized", Adl + "terminated", Adl + "exited",
            Adl + "interacted", Adl + "progressed", Adl + "answered", Adl + "completed", Adl + "passed", Adl + "failed",
            Adl + "asked", Acrossx + "evaluated", Adl + "registered", "https://w3id.org/xapi/video/verbs/played",
        }.Select(WithRole),
    ];

    /// <summary>Of coming and going, handing in, and speaking to others.</summary>
    public static readonly (string Verb, string Role)[] Social =
    [
        .. new[]
        {
            Streams + "join", Adl + "unregistered", "https://w3id.org/xapi/engagement/verbs/withdrew",
            Adl + "submitted", Streams + "submit", Streams + "complete",
            Adl + "shared", Acrossx + "commented", Streams + "comment", "http://id.tincanapi.com/verb/replied", Streams + "post", Streams + "create", Adl + "responded",
            Streams + "ask", "http://id.tincanapi.com/verb/reviewed", "https://w3id.org/xapi/tla/verbs/scored",
        }.Select(WithRole),
    ];

    public static readonly (string Verb, string Role) Evaluated = WithRole(Acrossx + "evaluated");

    public static readonly (string Verb, string Role) Terminated = WithRole(Adl + "terminated");

    public static readonly (string Verb, string Role) Voided = WithRole(Adl + "voided");

    private static (string Verb, string Role) WithRole(string verb) =>
        (verb, VerbTable.RoleOf(Encoding.UTF8.GetBytes(verb)).ToString().ToLowerInvariant());
}
