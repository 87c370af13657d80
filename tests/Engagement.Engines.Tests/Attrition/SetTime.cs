namespace Engagement.Engines.Tests.Attrition;

/// <summary>A clock that says what it was set to.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
