namespace Engagement.Attrition.Features;

/// <summary>What is known of a learner of a course at a cut.</summary>
/// <param name="Name">Column of activity.sql or coursework.sql.</param>
/// <param name="Unit">Of its values: days, weeks, share (0 to 1), yes (1) or no (0), log (natural, of 1 + what is counted), …</param>
/// <param name="Risk">Which way it points by itself.</param>
/// <param name="Meaning">In words.</param>
public sealed record Feature(string Name, string Unit, Direction Risk, string Meaning);

/// <summary>Features that tell of one thing.</summary>
/// <param name="Name">In words.</param>
/// <param name="Features">At least one.</param>
public sealed record FeatureFamily(string Name, IReadOnlyList<Feature> Features);

/// <summary>What more of a feature means for the risk of giving up, other things unknown.</summary>
public enum Direction
{
    Neither,
    Grows,
    Shrinks,
}
