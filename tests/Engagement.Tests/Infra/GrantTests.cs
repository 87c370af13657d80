using System.Text.RegularExpressions;
using Engagement.Erasure;
using Engagement.Hosting;

namespace Engagement.Tests.Infra;

/// <summary>Each user of ClickHouse may do what the program's own SQL does in that role, and nothing else.</summary>
public sealed class GrantTests
{
    private const string Migrator = "src/Engagement.ClickHouse/Migrator.cs";

    // What of the source runs in which role. Not: what only verbs of the command line run, which is the operator's.
    private static readonly Dictionary<string, string[]> Sources = new()
    {
        [Roles.Ingest] =
        [
            Migrator, "src/Engagement.ClickHouse/ErasedLearners.cs", "src/Engagement.Courses/OutlineStore.cs", "src/Engagement.People/Enrolments", "src/Engagement.People/Identity",
            .. Folders("src/Engagement.Ingest").Where(path => !path.EndsWith("/Rejections", StringComparison.Ordinal)),
        ],
        [Roles.Metrics] = [Migrator, "src/Engagement.Metrics", "src/Engagement.Erasure"],
        [Roles.Attrition] = [Migrator, "src/Engagement.Courses/CourseClock.cs", .. Folders("src/Engagement.Attrition").Where(path => !path.EndsWith("/Oulad", StringComparison.Ordinal))],
        [Roles.Alerts] = [Migrator, "src/Engagement.Courses/CourseClock.cs", "src/Engagement.Alerts", "src/Engagement.People"],
        [Roles.Web] = [Migrator, "src/Engagement.Web", "src/Engagement.People", "src/Engagement.Alerts/Changing", "src/Engagement.Metrics/Explanations", "src/Engagement.Courses"],
    };

    // In the same files, and never run in the role.
    private static readonly Dictionary<string, string[]> NotRead = new()
    {
        [Roles.Ingest] = ["alert_notes", "learners_of", "enrolments"], // of Identities: what pages ask
        [Roles.Attrition] = ["people"], // a part of a query is called so
    };

    private static readonly Dictionary<string, string[]> NotWritten = new()
    {
        [Roles.Ingest] = ["alert_notes", "identity_reads"],
        [Roles.Alerts] = ["people", "roster", "alert_notes"],
        [Roles.Web] = ["people", "roster", "course_outlines"],
    };

    private static readonly string[] AgedOfNoCourse = ["rejected_events", "replayed_rejections", "conflicts", "identity_reads"];

    public static TheoryData<string> EachRole => [.. Sources.Keys];

    [Theory, MemberData(nameof(EachRole))]
    public void A_role_may_read_what_its_source_asks_and_no_more(string role)
    {
        // What erases asks every table of learners, by its name in the list.
        IEnumerable<string> listed = role == Roles.Metrics ? LearnerTables.OfLearners.Select(table => table.Name).Concat(AgedOfNoCourse) : [];

        Assert.Equal(Needs.Read(Sources[role]).Union(listed).Except(Exceptions(NotRead, role)).Order(), Grants.Of(role, "SELECT").Order());
    }

    [Theory, MemberData(nameof(EachRole))]
    public void A_role_may_insert_what_its_source_inserts_and_no_more(string role) =>
        Assert.Equal(Needs.Written(Sources[role]).Except(Exceptions(NotWritten, role)).Except(["migrations"]).Order(), Grants.Of(role, "INSERT").Order());

    [Theory, MemberData(nameof(EachRole))]
    public void Nobody_but_metrics_may_change_rows_and_nobody_but_the_operator_tables(string role)
    {
        string[] own = role == Roles.Metrics ? ["ALTER DELETE", "ALTER UPDATE", "TRUNCATE"] : [];
        var other = Grants.Of(role).Where(one => !new[] { "SELECT ", "INSERT " }.Concat(own.Select(name => name + " ")).Any(known => one.StartsWith(known, StringComparison.Ordinal)));

        Assert.Equal(["CREATE DATABASE engagement.*", "CREATE TABLE engagement.migrations"], other.Order());
        Assert.Equal(role == Roles.Metrics ? ["SELECT system.processes"] : [], Grants.Of(role).Where(one => one.Contains(" system.", StringComparison.Ordinal)));
        Assert.DoesNotContain(Grants.Of(role), one => one.EndsWith(".*", StringComparison.Ordinal) && !one.StartsWith("CREATE DATABASE", StringComparison.Ordinal));
    }

    [Fact]
    public void Metrics_may_delete_whom_it_has_to_and_its_own_work()
    {
        var deleted = Grants.Of(Roles.Metrics, "ALTER DELETE");

        Assert.Empty(LearnerTables.OfLearners.Select(table => table.Name).Concat(AgedOfNoCourse).Except(deleted));
        Assert.Empty(LearnerTables.All.Select(table => table.Name).Where(name => name.StartsWith("run_", StringComparison.Ordinal)).Except(deleted));
        Assert.Equal(LearnerTables.All.Where(table => table.Unname is not null).Select(table => table.Name).Order(), Grants.Of(Roles.Metrics, "ALTER UPDATE").Order());
        Assert.Equal(["retention_contexts", "retention_due"], Grants.Of(Roles.Metrics, "TRUNCATE").Order());
        Assert.DoesNotContain(deleted, table => table is "erasures" or "models" or "migrations" or "course_outlines");
    }

    [Fact]
    public void Every_table_is_granted_to_some_role() =>
        Assert.Empty(LearnerTables.All.Select(table => table.Name).Except(Sources.Keys.SelectMany(role => Grants.Of(role, "SELECT").Concat(Grants.Of(role, "INSERT")))));

    [Fact]
    public void Grafana_may_read_what_its_dashboards_ask_and_nobody_s_name()
    {
        var asked = string.Join('\n', Directory.EnumerateFiles(InfraFiles.At("dashboards/grafana"), "*.json").Select(File.ReadAllText)).Replace("\\n", "\n", StringComparison.Ordinal);
        var system = Regex.Matches(asked, @"\bsystem\.\w+").Select(match => "SELECT " + match.Value).Distinct();
        var expected = Needs.Read(asked).Select(name => "SELECT engagement." + name).Concat(system);

        Assert.Equal(expected.Order(), Grants.Of("grafana").Order());
        string[] closed = ["people", "alert_notes", "accounts", "api_keys", "api_key_uses", "one_time_links", "ended_sessions", "identity_reads", "roster"];
        Assert.Empty(closed.Intersect(Grants.Of("grafana", "SELECT")));
        Assert.Empty(LearnerTables.All.Where(table => table.Sealed is not null).Select(table => table.Name).Intersect(Grants.Of("grafana", "SELECT")));
    }

    [Fact]
    public void Names_and_doors_are_open_to_those_who_need_them_alone()
    {
        Assert.Equal([Roles.Alerts, Roles.Ingest, Roles.Metrics, Roles.Web], Readers("people"));
        Assert.Equal([Roles.Alerts, Roles.Metrics, Roles.Web], Readers("alert_notes"));
        Assert.Equal([Roles.Web], Readers("one_time_links"));
        Assert.Equal([Roles.Metrics, Roles.Web], Readers("api_keys"));

        static IEnumerable<string> Readers(string table) => Grants.Users.Elements().Where(user => user.Element("grants") is not null).Select(user => user.Name.LocalName)
            .Where(user => Grants.Of(user, "SELECT").Contains(table)).Order();
    }

    [Fact]
    public void Each_user_has_a_password_of_the_environment_and_the_open_one_is_gone()
    {
        Assert.Equal("remove", Grants.Users.Element("default")!.Attribute("remove")!.Value);
        var users = Grants.Users.Elements().Where(user => user.Name != "default").ToList();
        Assert.Equal([.. Roles.All.Append("grafana").Append("operator").Order()], users.Select(user => user.Name.LocalName).Order());
        foreach (var user in users)
        {
            var variable = $"CLICKHOUSE_{user.Name.LocalName.ToUpperInvariant()}_PASSWORD";
            Assert.Equal(variable, user.Element("password")!.Attribute("from_env")!.Value);
            Assert.Contains($"{variable}: ${{{variable}:?", InfraFiles.Text("infra/compose.yaml"), StringComparison.Ordinal);
        }
    }

    private static string[] Exceptions(Dictionary<string, string[]> of, string role) => of.GetValueOrDefault(role) ?? [];

    private static IEnumerable<string> Folders(string project) =>
        Directory.EnumerateFileSystemEntries(InfraFiles.At(project)).Select(path => $"{project}/{Path.GetFileName(path)}").Where(path => Directory.Exists(InfraFiles.At(path)) || path.EndsWith(".cs", StringComparison.Ordinal));
}
