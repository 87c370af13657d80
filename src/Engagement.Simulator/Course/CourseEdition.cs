namespace Engagement.Simulator;

/// <summary>What tells one edition of the simulated course from another.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Code">Its name in the ids of the tool that builds module 4.</param>
/// <param name="Title">For people.</param>
/// <param name="Mode">Delivery mode as published.</param>
internal sealed record CourseEdition(string Slug, string Code, string Title, string Mode)
{
    public static CourseEdition Only { get; } = new("feedback-that-helps", "FTH101", "Feedback That Helps", "micro-credential");
}
