using System.Diagnostics.CodeAnalysis;

namespace Engagement.Courses;

/// <summary>An outline, or every reason why the text is none.</summary>
public sealed class OutlineResult
{
    internal OutlineResult(CourseOutline outline) => Outline = outline;

    internal OutlineResult(IReadOnlyList<FieldFault> faults) => Faults = faults;

    /// <summary>Null where there are faults.</summary>
    public CourseOutline? Outline { get; }

    /// <summary>In the order of the text; empty where there is an outline.</summary>
    public IReadOnlyList<FieldFault> Faults { get; } = [];

    [MemberNotNullWhen(true, nameof(Outline))]
    public bool IsValid => Outline is not null;
}
