namespace Engagement.Attrition.Features;

/// <summary>Rows of a <see cref="FeaturePart"/>, ordered by course, cut and learner. All arrays have one entry a row.</summary>
/// <param name="Courses">Ids of the courses.</param>
/// <param name="Learners">Who they are.</param>
/// <param name="Course">Place in <paramref name="Courses"/>.</param>
/// <param name="Learner">Place in <paramref name="Learners"/>.</param>
/// <param name="Cut">As a date.</param>
/// <param name="Values">Columns of the part.</param>
internal sealed record PartRows(IReadOnlyList<string> Courses, IReadOnlyList<Guid> Learners, int[] Course, int[] Learner, DateOnly[] Cut, FeatureMatrix Values)
{
    public int Rows => Cut.Length;

    /// <summary>What a row is of.</summary>
    public (string Course, Guid Learner, DateOnly Cut) Key(int row) => (Courses[Course[row]], Learners[Learner[row]], Cut[row]);
}
