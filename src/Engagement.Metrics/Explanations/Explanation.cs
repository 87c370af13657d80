namespace Engagement.Metrics.Explanations;

/// <summary>Why a learner's numbers in a course are what they are. Immutable. Times are UTC; seconds have microsecond precision.</summary>
public sealed record Explanation
{
    public required Guid LearnerId { get; init; }
    public required string CourseId { get; init; }
    public required string CourseTitle { get; init; }

    /// <summary>Of the outline the learner is measured by; empty where it is inferred.</summary>
    public required string OutlineVersion { get; init; }
    public required bool IsInferred { get; init; }

    /// <summary>When the numbers were; null where the course has no section.</summary>
    public required DateTimeOffset? ComputedAt { get; init; }

    /// <summary>When the learner completed the course.</summary>
    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How many statements the learner has in all courses, voided ones, too.</summary>
    public required int Statements { get; init; }

    /// <summary>The statements the visits are made of and those of the course in no visit, with the one before each visit and the
    /// one after; in order.</summary>
    public required IReadOnlyList<ExplainedLine> Lines { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<ExplainedVisit> Visits { get; init; }

    /// <summary>Those of the outline, in course order.</summary>
    public required IReadOnlyList<ExplainedSection> Sections { get; init; }

    /// <summary>Statements or outlines came that are not in the numbers yet, or are being computed now.</summary>
    public required bool IsPending { get; init; }

    /// <summary>Where the numbers do not follow from the lines; empty where all do.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>Of the sections told.</summary>
    public ExplainedTotals Totals => new(
        Sections.Sum(section => section.Visits), Sections.Sum(section => section.OpenVisits), Sections.Sum(section => section.Responses),
        Sections.Sum(section => section.LowSeconds), Sections.Sum(section => section.HighSeconds));

    /// <summary>What concerns one section, with the statements beside its visits.</summary>
    public Explanation About(string sectionId) => this with
    {
        Lines = LineChoice.Of(Lines, line => line.SectionId == sectionId),
        Visits = [.. Visits.Where(visit => visit.SectionId == sectionId)],
        Sections = [.. Sections.Where(section => section.SectionId == sectionId)],
        Differences = [.. Differences.Where(difference => difference.SectionId == sectionId)],
    };
}

/// <summary>Sums over sections.</summary>
public sealed record ExplainedTotals(int Visits, int OpenVisits, int Responses, decimal LowSeconds, decimal HighSeconds);

/// <summary>In words, what of a section does not follow from the lines.</summary>
public sealed record Difference(string SectionId, string What);
