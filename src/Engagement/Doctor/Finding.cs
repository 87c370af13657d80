namespace Engagement.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="IsWell">False: the product can't work this way.</param>
/// <param name="Text">Version and place; or what is wrong, why, and what to do.</param>
internal sealed record Finding(string Name, bool IsWell, string Text);
