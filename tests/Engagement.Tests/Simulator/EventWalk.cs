using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Engagement.Tests.Simulator;

/// <summary>
/// The definitions of visits and statuses, walked over raw statements as slowly and plainly as can be. Knows nothing of
/// the simulator: it reads the outline and the events as any platform would send them.
/// </summary>
internal sealed class EventWalk
{
    public sealed record Row(
        string Section, string Status, int Visits, int OpenVisits, int DeclaredVisits, int ClippedVisits,
        TimeSpan Low, TimeSpan High, int Responses, DateTimeOffset? FirstAt, DateTimeOffset? LastAt);

    private sealed record Section(string Id, string[] Activities, TimeSpan CutOff, TimeSpan Floor);

    private sealed record Event(DateTimeOffset At, Guid Id, int Section, string Verb, bool OnCourse, TimeSpan? Declared);

    private sealed record Visit(int Section, List<Event> Events, TimeSpan Measured, bool Open, DateTimeOffset EndedAt)
    {
        public TimeSpan? Declared { get; } = Events.Max(one => one.Declared);
        public TimeSpan Low => Declared is { } declared ? (declared > s_limit ? s_limit : declared) : Measured;
    }

    private static readonly TimeSpan s_limit = TimeSpan.FromHours(2);
    private static readonly string[] s_exits = ["exited", "terminated", "suspended", "left", "abandoned"];
    private static readonly string[] s_acts =
        ["attempted", "answered", "submit", "completed", "passed", "failed", "scored", "responded", "commented", "shared", "created"];

    private readonly string _course;
    private readonly Section[] _sections;
    private readonly Dictionary<string, List<Event>> _learners = [];

    public EventWalk(ReadOnlyMemory<byte> outline)
    {
        var json = JsonDocument.Parse(outline).RootElement;
        _course = json.GetProperty("course").GetString()!;
        _sections = [.. json.GetProperty("sections").EnumerateArray().Select(SectionOf)];
    }

    public void Read(ReadOnlyMemory<byte> statement)
    {
        var json = JsonDocument.Parse(statement).RootElement;
        var verb = json.GetProperty("verb").GetProperty("id").GetString()!.Split('/')[^1];
        var target = json.GetProperty("object");
        var targetId = target.TryGetProperty("objectType", out var type) && type.GetString() == "StatementRef"
            ? "" : target.GetProperty("id").GetString()!;
        var activities = json.GetProperty("context").GetProperty("contextActivities");
        string[] places = [targetId, .. Ids(activities, "parent"), .. Ids(activities, "grouping")];
        var section = places.Select(place => Array.FindIndex(_sections, one => one.Activities.Any(activity => Matches(activity, place))))
            .FirstOrDefault(index => index >= 0, -1);

        var learner = IdentifierOf(json.GetProperty("actor"));
        if (!_learners.TryGetValue(learner, out var events))
            _learners[learner] = events = [];
        events.Add(new Event(json.GetProperty("timestamp").GetDateTimeOffset(), json.GetProperty("id").GetGuid(), section, verb,
            targetId == _course, DeclaredIn(json, verb)));
    }

    public Row[] RowsOf(string learner)
    {
        var events = _learners[learner].OrderBy(one => one.At).ThenBy(one => one.Id.ToString(), StringComparer.Ordinal).ToList();
        var visits = Visits(events);
        var completed = events.Any(one => one.OnCourse && one.Verb is "completed" or "passed" && one.OnCourse);
        return [.. _sections.Select((section, index) => RowOf(section, index, visits, events, completed))];
    }

    public static string IdentifierOf(JsonElement actor)
    {
        if (actor.TryGetProperty("mbox", out var mbox))
            return "sha1:" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(mbox.GetString()!.ToLowerInvariant())));
        if (actor.TryGetProperty("mbox_sha1sum", out var sum))
            return "sha1:" + sum.GetString()!.ToLowerInvariant();
        if (actor.TryGetProperty("openid", out var openId))
            return "openid:" + openId.GetString();
        var account = actor.GetProperty("account");
        return $"account:{account.GetProperty("homePage").GetString()}|{account.GetProperty("name").GetString()}";
    }

    private List<Visit> Visits(List<Event> events)
    {
        var visits = new List<Visit>();
        for (var i = 0; i < events.Count;)
        {
            var first = events[i];
            if (first.Section < 0)
            {
                i++;
                continue;
            }
            var cutOff = _sections[first.Section].CutOff;
            var end = i;
            while (end + 1 < events.Count && events[end + 1].Section == first.Section && !IsExit(events[end])
                && events[end + 1].At - events[end].At <= cutOff)
                end++;
            var run = events[i..(end + 1)];
            var last = run[^1];
            TimeSpan? gap = end + 1 < events.Count ? events[end + 1].At - last.At : null;
            var counted = !IsExit(last) && gap <= cutOff ? gap.Value : TimeSpan.Zero;
            var open = !IsExit(last) && !(gap <= cutOff);
            visits.Add(new Visit(first.Section, run, last.At - first.At + counted, open, last.At + counted));
            i = end + 1;
        }
        return visits;
    }

    private static Row RowOf(Section section, int index, List<Visit> all, List<Event> events, bool completed)
    {
        var visits = all.Where(visit => visit.Section == index).ToList();
        var low = visits.Aggregate(TimeSpan.Zero, (sum, visit) => sum + visit.Low);
        var isOpen = visits.Select(visit => visit.Open && visit.Declared is null).ToList();
        var high = low + isOpen.Count(open => open) * section.CutOff;
        var responses = visits.SelectMany(visit => visit.Events).Where(one => s_acts.Contains(one.Verb)).ToList();
        var later = events.Where(one => one.Section > index).Select(one => (DateTimeOffset?)one.At).Min();

        DateTimeOffset? engagedAt = null;
        var running = TimeSpan.Zero;
        foreach (var visit in visits)
        {
            running += visit.Low;
            if (running >= section.Floor)
                engagedAt ??= visit.EndedAt;
        }
        if (responses.Count > 0 && !(engagedAt < responses[0].At))
            engagedAt = responses[0].At;

        var status = visits.Count == 0 && later is null && !completed ? "not-reached"
            : engagedAt is not null ? (later < engagedAt ? "deferred" : "engaged")
            : visits.Count > 0 && high >= section.Floor ? "unknown"
            : visits.Count > 0 ? "rushed"
            : "jumped";
        return new Row(section.Id, status, visits.Count, isOpen.Count(open => open), visits.Count(visit => visit.Declared is not null),
            visits.Count(visit => visit.Declared > s_limit), low, high, responses.Count,
            visits.FirstOrDefault()?.Events[0].At.ToUniversalTime(), visits.LastOrDefault()?.Events[^1].At.ToUniversalTime());
    }

    private static Section SectionOf(JsonElement json)
    {
        var cutOff = json.GetProperty("kind").GetString() switch
        {
            "try-it" or "think-about" => 900,
            "assessment" or "discussion" => 600,
            "artifact" => 1800,
            _ => 300,
        };
        var expected = json.TryGetProperty("expected_seconds", out var seconds) ? seconds.GetInt32() : 0;
        return new Section(
            json.GetProperty("id").GetString()!,
            [.. json.GetProperty("activities").EnumerateArray().Select(activity => activity.GetString()!)],
            TimeSpan.FromSeconds(json.TryGetProperty("idle_seconds", out var idle) ? idle.GetInt32() : cutOff),
            TimeSpan.FromSeconds(json.TryGetProperty("floor_seconds", out var floor) ? floor.GetInt32() : Math.Max(10, expected * 0.15)));
    }

    private static IEnumerable<string> Ids(JsonElement activities, string name) =>
        activities.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(one => one.GetProperty("id").GetString()!) : [];

    private static bool Matches(string activity, string id) =>
        activity.EndsWith('*') ? id.StartsWith(activity[..^1], StringComparison.Ordinal) : id == activity;

    private static bool IsExit(Event one) => s_exits.Contains(one.Verb);

    private static TimeSpan? DeclaredIn(JsonElement json, string verb)
    {
        if (!json.TryGetProperty("result", out var result))
            return null;
        if (result.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("https://w3id.org/xapi/engagement/extensions/active-seconds", out var active))
            return TimeSpan.FromMilliseconds((long)Math.Round(active.GetDouble() * 1000));
        return result.TryGetProperty("duration", out var duration) && (s_exits.Contains(verb) || s_acts.Contains(verb))
            ? System.Xml.XmlConvert.ToTimeSpan(duration.GetString()!) : null;
    }
}
