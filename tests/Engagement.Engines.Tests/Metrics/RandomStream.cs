using System.Globalization;
using Engagement.Courses;
using Engagement.Engines.Tests.Metrics.Reference;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>
/// What reaches the tables of a few learners and courses that nobody else shares: statements in any order and several
/// times, outlines that come, change and go. The same seed gives the same stream.
/// </summary>
internal sealed class RandomStream
{
    private const long Start = 1_767_600_000_000_000;

    private static readonly long[] Gaps =
        [0, 0, 1, 1_000_000, 9_999_999, 10_000_000, 45_000_000, 60_000_000, 299_999_999, 300_000_000, 300_000_001, 600_000_000, 900_000_001, 2_000_000_000, 86_400_000_000];

    private static readonly long[] Delays = [-1, 0, 1, 1_000, -1_000, 60_000_000];

    private readonly Random _random;
    private readonly string _name;
    private int _ids;

    public RandomStream(int seed)
    {
        _random = new Random(seed);
        _name = "https://example.org/" + seed.ToString(CultureInfo.InvariantCulture);
        var shared = Enumerable.Range(0, _random.Next(3)).Select(i => $"{_name}/shared/{i}").ToList();
        var courses = Enumerable.Range(0, _random.Next(1, 4)).Select(i => new RandomCourse(_random, $"{_name}/course/{i}", shared)).ToList();
        var written = Written(courses);
        var contents = written.Concat(Conflicts(written)).ToList();
        var again = contents.Where(_ => _random.Next(6) == 0)
            .Select(s => s with { StoredAt = s.StoredAt + Pick(Delays), At = s.At + (s.IsTimeless ? Pick(Gaps) : 0) }).ToList();
        // Of one learner's contents in one microsecond the last inserted stays, which is nothing to rely on.
        var delivered = contents.Concat(again).DistinctBy(s => (s.Id, s.Learner, s.StoredAt)).ToList();
        Shuffle(delivered);
        Statements = delivered;
        Outlines = [.. courses.Where(_ => _random.Next(3) > 0).SelectMany(Declared)];
    }

    /// <summary>In the order they are delivered.</summary>
    public IReadOnlyList<ReferenceStatement> Statements { get; }

    /// <summary>Outlines in the order they come, with when; no outline: the course's are taken back.</summary>
    public IReadOnlyList<(string Course, CourseOutline? Outline, DateTimeOffset At)> Outlines { get; }

    /// <summary>The versions that are left in the end.</summary>
    public IReadOnlyList<ReferenceOutline> FinalOutlines => OutlinesAfter(Outlines.Count);

    /// <summary>The versions that are there when so many of <see cref="Outlines"/> have come. The same version again replaces what
    /// it said, and stays in force from when it first was.</summary>
    public IReadOnlyList<ReferenceOutline> OutlinesAfter(int count)
    {
        var versions = new Dictionary<(string, string), ReferenceOutline>();
        foreach (var (course, outline, at) in Outlines.Take(count))
        {
            if (outline is null)
            {
                foreach (var key in versions.Keys.Where(k => k.Item1 == course).ToList()) versions.Remove(key);
                continue;
            }
            var validFrom = versions.TryGetValue((course, outline.Version), out var before) && !DateOnly.TryParse(outline.Version, CultureInfo.InvariantCulture, out _)
                ? before.ValidFrom
                : Micros(outline.ValidFrom(at));
            versions[(course, outline.Version)] = new ReferenceOutline(outline, validFrom, false);
        }
        return [.. versions.Values];
    }

    private List<ReferenceStatement> Written(List<RandomCourse> courses)
    {
        var written = new List<ReferenceStatement>();
        foreach (var learner in Enumerable.Range(0, _random.Next(1, 5)).Select(_ => NextId()))
        {
            var at = Start + (_random.Next(3) * 86_400_000_000L);
            var course = Pick(courses);
            var activity = Pick(course.Ids);
            var count = _random.Next(1, 25);
            for (var i = 0; i < count; i++)
            {
                at += Pick(Gaps);
                if (_random.Next(6) == 0) course = Pick(courses);
                if (_random.Next(3) == 0) activity = Pick(course.Ids);
                written.Add(Statement(learner, course, activity, at));
            }
        }
        written = Referring(written);
        foreach (var target in written.Where(_ => _random.Next(15) == 0).ToList())
        {
            var voiding = Voiding(Pick(written).Learner, Pick(courses), target.Id);
            written.Add(voiding);
            if (_random.Next(2) == 0) written.Add(Voiding(target.Learner, Pick(courses), voiding.Id));
        }
        return written;
    }

    private ReferenceStatement Statement(Guid learner, RandomCourse course, string activity, long at)
    {
        var (verb, role) = Pick(_random.Next(4) > 0 ? RandomVerbs.Usual : RandomVerbs.Social);
        if (_random.Next(20) == 0) activity = "";
        string[] parents = _random.Next(3) == 0 ? [Pick(course.Ids)] : _random.Next(6) == 0 ? [Pick(course.Ids), Pick(course.Ids)] : [];
        string[] groupings = _random.Next(4) > 0 ? [course.Id] : _random.Next(3) == 0 ? [Pick(course.Ids)] : [];
        return new ReferenceStatement
        {
            Id = NextId(), Learner = learner, At = at, StoredAt = Start + _random.NextInt64(1_000_000_000_000),
            Verb = verb, Role = role, Activity = activity, Parents = parents, Groupings = groupings,
            Course = groupings.Concat(parents).Append(activity).First(), Cohort = _random.Next(8) == 0 ? $"{_name}/cohort/{_random.Next(3)}" : "",
            IsTimeless = _random.Next(12) == 0,
            Success = role is "act" or "feedback" ? _random.Next(4) switch { 0 => true, 1 => false, _ => null } : null,
            Duration = _random.Next(6) == 0 ? _random.NextInt64(9_000_000_000) : null,
            Active = _random.Next(12) == 0 ? _random.NextInt64(7_300_000_000) : null,
            KindHint = _random.Next(3) == 0 ? Pick(SectionKinds.All) : "",
        };
    }

    // To one of a few that hope for an answer, mostly: the learner's own or another's, of any course, before or after; to any
    // statement; to one that never comes.
    private List<ReferenceStatement> Referring(List<ReferenceStatement> written)
    {
        var hopeful = written.Where(s => s.Role == "ask" || s.VerbName is "submitted" or "shared" or "replied" or "posted" or "commented")
            .OrderBy(_ => _random.Next()).Take(4).ToList();
        Guid Target() => _random.Next(6) switch
        {
            0 => NextId(),
            1 => Pick(written).Id,
            _ => Pick(hopeful.Count > 0 ? hopeful : written).Id,
        };
        return written.ConvertAll(s =>
            s.IsAboutStatement || _random.Next(12) < (s.Role == "feedback" ? 9 : 2) ? s with { RefersTo = Target() } : s);
    }

    private ReferenceStatement Voiding(Guid learner, RandomCourse course, Guid target) => new()
    {
        Id = NextId(), Learner = learner, At = Start + _random.NextInt64(86_400_000_000), StoredAt = Start + _random.NextInt64(1_000_000_000_000),
        Verb = RandomVerbs.Voided.Verb, Role = RandomVerbs.Voided.Role, Activity = "", Groupings = [course.Id], Course = course.Id, Voids = target,
    };

    // The same id with other content, of the same learner or another, stored later, earlier or in the same microsecond.
    private IEnumerable<ReferenceStatement> Conflicts(List<ReferenceStatement> written) =>
        written.SelectMany(s => Enumerable.Repeat(s, Math.Max(0, _random.Next(13) - 9))).Select(s => Other(s, written)).ToList();

    private ReferenceStatement Other(ReferenceStatement s, List<ReferenceStatement> written)
    {
        var other = s with { At = s.At + 5_000_000, StoredAt = s.StoredAt + Pick(Delays) };
        if (_random.Next(3) > 0) other = other with { Learner = Pick(written).Learner };
        var (verb, role) = _random.Next(6) switch { < 2 => RandomVerbs.Voided, 2 => RandomVerbs.Evaluated, _ => RandomVerbs.Terminated };
        other = other with { Verb = verb, Role = role, Voids = default };
        return role switch
        {
            "void" => other with { Activity = "", Voids = Pick(written).Id },
            "feedback" => other with { RefersTo = Pick(written).Id, Success = _random.Next(2) == 0 },
            _ => other,
        };
    }

    private IEnumerable<(string, CourseOutline?, DateTimeOffset)> Declared(RandomCourse course)
    {
        var count = _random.Next(1, 5);
        for (var i = 0; i < count; i++)
        {
            var at = DateTimeOffset.UnixEpoch.AddMicroseconds(Start + _random.NextInt64(4 * 86_400_000_000L));
            if (i > 0 && _random.Next(6) == 0) yield return (course.Id, null, at);
            else yield return (course.Id, course.Outline(_random.Next(2) == 0 ? "v" + _random.Next(3) : $"2026-01-{_random.Next(5, 10):00}"), at);
        }
    }

    private Guid NextId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        bytes[0] = (byte)(_ids++ % 3); // ids that agree in their first half order by the second
        return new Guid(bytes);
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private void Shuffle(List<ReferenceStatement> items)
    {
        if (_random.Next(4) > 0) _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
    }

    private static long Micros(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
