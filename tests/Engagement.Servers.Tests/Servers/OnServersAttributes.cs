using Engagement.Engines.Tests.Servers;

namespace Engagement.Engines.Tests;

/// <summary>Stands before xunit's own for the tests of this project, which are written as [Fact]: left out, with the reason, where there are
/// no servers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactAttribute : Xunit.FactAttribute
{
    public FactAttribute() => Skip = RealServers.WhyNot;
}

/// <inheritdoc cref="FactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryAttribute : Xunit.TheoryAttribute
{
    public TheoryAttribute() => Skip = RealServers.WhyNot;
}
