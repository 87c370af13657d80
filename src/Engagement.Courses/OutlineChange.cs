namespace Engagement.Courses;

/// <summary>What saving an outline changed.</summary>
public enum OutlineChange
{
    /// <summary>The same version was there already, with the same content.</summary>
    None,

    /// <summary>There was no version of this name.</summary>
    Added,

    /// <summary>The version of this name has other content now.</summary>
    Replaced,
}
