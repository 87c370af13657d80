namespace Engagement.People.Identity;

/// <summary>What somebody is shown names for.</summary>
public enum ReadPurpose
{
    /// <summary>A page, or the API behind it.</summary>
    Page,

    /// <summary>A mail that tells a facilitator of several learners.</summary>
    Digest,

    /// <summary>An alert that goes to another system.</summary>
    Delivery,

    /// <summary>All that is held on somebody, at their request.</summary>
    Export,
}
