namespace Engagement.Web.Figures;

/// <summary>A course as the pages show it.</summary>
public sealed record CourseFigures
{
    /// <summary>IRI.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Distinct learners with a statement in the course; null where they are too few to be shown.</summary>
    public required long? Learners { get; init; }

    /// <summary>Distinct statements; null where the learners are too few to be shown.</summary>
    public required long? Statements { get; init; }
    public required int Sections { get; init; }

    /// <summary>The outline was drafted from what was seen, not declared.</summary>
    public required bool IsInferred { get; init; }

    /// <summary>When its figures were last computed. Null: not yet.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>Figures are held back because they speak of too few learners.</summary>
    public required bool Suppressed { get; init; }
}
