namespace Engagement.Courses;

/// <summary>Names of the delivery modes as outlines and tables spell them.</summary>
public static class DeliveryModes
{
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> All { get; } = ["self-directed", "micro-credential", "facilitated", Unknown];
}
