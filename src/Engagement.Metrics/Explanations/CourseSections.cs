using System.Globalization;
using Engagement.Courses;

namespace Engagement.Metrics.Explanations;

/// <summary>The sections of a course by all versions of its outline.</summary>
internal sealed class CourseSections(StoredEnrolment enrolment, IReadOnlyList<OutlineVersion> outlines)
{
    private readonly OutlineVersion? _measured = outlines.FirstOrDefault(outline =>
        outline.IsInferred == enrolment.IsInferred && (outline.IsInferred || outline.Outline.Version == enrolment.Version));

    public string CourseTitle => _measured?.Outline.Title ?? enrolment.CourseId;

    /// <summary>What lines call a section: its id, or its title where the id is an address; with its position where it shares the title.</summary>
    public string Name(string sectionId)
    {
        if (!sectionId.Contains(':', StringComparison.Ordinal)) return sectionId;
        if (Find(sectionId) is not { } section) return sectionId;
        var sections = _measured!.Outline.Sections;
        return sections.Count(other => other.Title == section.Title) == 1
            ? section.Title
            : string.Create(CultureInfo.InvariantCulture, $"{section.Title} (#{sections.Index().First(other => other.Item == section).Index + 1})");
    }

    /// <summary>As the learner is measured by it; null: the outline has changed since.</summary>
    public OutlineSection? Find(string sectionId) => _measured?.Outline.Sections.FirstOrDefault(section => section.Id == sectionId);

    /// <summary>As the learner is measured by it.</summary>
    public SectionLimits? LimitsOf(string sectionId) => LimitsIn(_measured, sectionId);

    /// <summary>The stored floor in words, with where it comes from.</summary>
    public string Floor(StoredSection stored)
    {
        var seconds = Wording.Seconds(stored.FloorSeconds);
        return Find(stored.SectionId) switch
        {
            null => seconds,
            { FloorSeconds: not null } => $"{seconds} (as the outline says)",
            { ExpectedSeconds: null } => $"{seconds} (nothing is expected)",
            { ExpectedSeconds: { } expected } when 0.15m * expected >= 10 => $"{seconds} (15 % of the expected {Wording.Seconds(expected)})",
            { ExpectedSeconds: { } expected } => $"{seconds} (the least; 15 % of the expected {Wording.Seconds(expected)} is less)",
        };
    }

    /// <summary>The longest gap that counts by the version then in force; null: it has no such section.</summary>
    public decimal? CutOff(string sectionId, DateTimeOffset at) => LimitsIn(InForce(at), sectionId)?.IdleSeconds;

    /// <summary>The section an object is in by the version then in force; null: in none.</summary>
    public string? Claiming(string activityId, DateTimeOffset at) => InForce(at)?.Outline.Sections
        .SelectMany(section => section.Activities, (section, activity) => (section.Id, Activity: activity))
        .Where(claim => claim.Activity.EndsWith('*') ? activityId.StartsWith(claim.Activity[..^1], StringComparison.Ordinal) : claim.Activity == activityId)
        .OrderBy(claim => claim.Activity.EndsWith('*'))
        .ThenByDescending(claim => claim.Activity.Length)
        .FirstOrDefault().Id;

    private OutlineVersion? InForce(DateTimeOffset at) => outlines.FirstOrDefault(outline => outline.IsInForceAt(at));

    private static SectionLimits? LimitsIn(OutlineVersion? outline, string sectionId)
    {
        for (var i = 0; i < outline?.Outline.Sections.Count; i++)
            if (outline.Outline.Sections[i].Id == sectionId) return outline.Limits[i];
        return null;
    }
}
