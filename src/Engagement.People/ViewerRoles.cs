namespace Engagement.People;

/// <summary>What somebody may look at. One account may have several.</summary>
[Flags]
public enum ViewerRoles
{
    None = 0,

    /// <summary>The learners of their own cohorts, by name.</summary>
    Facilitator = 1,

    /// <summary>Courses, in cells of five learners or more; no learner.</summary>
    Designer = 2,

    /// <summary>Whether the product works; no learner.</summary>
    Operator = 4,
}
