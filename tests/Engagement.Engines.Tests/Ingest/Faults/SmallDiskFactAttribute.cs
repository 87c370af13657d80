namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>A test that needs a <see cref="SmallDisk"/>. Where none can be had it is skipped, but not in CI on Linux, where it always can.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> WhyNot = new(SmallDisk.WhyNot);

    public SmallDiskFactAttribute()
    {
        var isCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        if (!(isCi && OperatingSystem.IsLinux()) && WhyNot.Value is { } reason) Skip = reason;
    }
}
