using Engagement.Courses;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>A course with ids that overlap in all the ways ids may: exact ones under a prefix, prefixes in prefixes.</summary>
internal sealed class RandomCourse
{
    private readonly Random _random;

    public RandomCourse(Random random, string id, IReadOnlyList<string> shared)
    {
        _random = random;
        Id = id;
        var pages = Enumerable.Range(0, random.Next(1, 7)).Select(i => $"{id}/page/{i}").ToList();
        Ids = [id, .. pages, .. pages.Select(p => p + "/part/1"), .. pages.Select(p => p + "/part/12"), .. shared];
    }

    public string Id { get; }

    /// <summary>What statements may name as object, parent or grouping.</summary>
    public IReadOnlyList<string> Ids { get; }

    public CourseOutline Outline(string version)
    {
        var claims = Ids.Skip(1).SelectMany(id => new[] { id, id + "/*", id[..^1] + "*", id[..^2] + "*" }).Distinct().Where(_ => _random.Next(3) == 0).ToList();
        if (claims.Count == 0) claims.Add(Ids[1]);
        var count = _random.Next(1, Math.Min(6, claims.Count) + 1);
        var sections = Enumerable.Range(0, count)
            .Select(i => Section(i, [.. claims.Where((_, c) => c % count == i)]))
            .OrderBy(_ => _random.Next()).ToList();
        return new CourseOutline(Id, "A course", version, DeliveryModes.All[_random.Next(DeliveryModes.All.Count)], sections);
    }

    private OutlineSection Section(int i, List<string> activities) => new(
        $"s{i}", $"Section {i}", SectionKinds.All[_random.Next(SectionKinds.All.Count)], activities,
        Maybe(10m, 120m, 333.333333m, 2000m), _random.Next(3) switch { 0 => true, 1 => false, _ => null },
        Maybe(1m, 60m, 0.000001m), Maybe(0.000001m, 5m, 500m), null, null);

    private decimal? Maybe(params decimal[] values) => _random.Next(3) > 0 ? null : values[_random.Next(values.Length)];
}
