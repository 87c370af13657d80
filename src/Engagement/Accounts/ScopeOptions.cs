using System.CommandLine;
using Engagement.People.Identifiers;
using Engagement.Statements;
using Engagement.Hosting;
using Engagement.People;
using Engagement.Web.Accounts;

namespace Engagement.Accounts;

/// <summary>The options by which an operator says how far an account or a key may see.</summary>
internal sealed class ScopeOptions
{
    private readonly Option<string[]> _roles = new("--role") { Description = "facilitator, designer or operator; may be given several times", HelpName = "ROLE", Required = true };
    private readonly Option<string[]> _courses = new("--course") { Description = "Id of a course a designer may look at; * for every one", HelpName = "COURSE" };
    private readonly Option<string[]> _cohorts = new("--cohort")
    {
        Description = "A cohort a facilitator looks after beside the roster's; * for every one of the course, or for all there are",
        HelpName = "COURSE=COHORT",
    };

    private readonly Option<string?> _facilitator = new("--facilitator")
    {
        Description = "Identifier by which the roster names them as a facilitator: " + ActorIdentifiers.Forms,
        HelpName = "IDENTIFIER",
    };

    public ScopeOptions() => _roles.AcceptOnlyFromAmong([.. RoleNames.All]);

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _roles, _courses, _cohorts, _facilitator }) command.Add(option);
    }

    /// <exception cref="Fault">They don't go together.</exception>
    public Scope Read(ParseResult parsed, Settings settings)
    {
        var roles = RoleNames.Parse(parsed.GetValue(_roles) ?? []);
        var courses = parsed.GetValue(_courses) ?? [];
        var cohorts = (parsed.GetValue(_cohorts) ?? []).Select(Cohort).ToList();
        var facilitator = parsed.GetValue(_facilitator);
        var isDesigner = roles.HasFlag(ViewerRoles.Designer);
        var isFacilitator = roles.HasFlag(ViewerRoles.Facilitator);
        if (isDesigner != courses.Length > 0) throw new Fault("A designer looks at courses: give --role designer and --course together; --course '*' is every one.");
        if (isFacilitator != (cohorts.Count > 0 || facilitator is not null))
            throw new Fault("A facilitator looks after learners: give --role facilitator together with --facilitator, --cohort or both; --cohort '*' is everybody.");
        return new Scope(roles, facilitator is null ? Guid.Empty : PseudonymOf(facilitator, settings), courses, cohorts);
    }

    private static Guid PseudonymOf(string facilitator, Settings settings) =>
        new ActorIdentifiers(new Pseudonym(settings.PrivacyKey())).TryRead(facilitator, out var pseudonym, out var reason)
            ? pseudonym
            : throw new Fault($"What --facilitator names is no identifier that an actor can have ({reason}). It takes {ActorIdentifiers.Forms}.");

    // A course's id may have an = of its own.
    private static CohortOfCourse Cohort(string typed)
    {
        if (typed == Viewer.AllCohorts) return new(Viewer.AllCourses, Viewer.AllCohorts);
        var at = typed.LastIndexOf('=');
        return at > 0 ? new(typed[..at], typed[(at + 1)..]) : throw new Fault($"--cohort takes COURSE=COHORT, COURSE=* or *, not '{typed}'.");
    }
}
