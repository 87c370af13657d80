namespace Engagement.Tests.Infra;

/// <summary>A test that reads YAML and schemas by the npm packages of tests/clients: left out where these are not installed, but for CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InfraFactAttribute : FactAttribute
{
    public InfraFactAttribute()
    {
        var isCi = Environment.GetEnvironmentVariable("CI") == "true";
        if (!isCi && !Directory.Exists(Path.Combine(InfraFiles.Clients, "node_modules", "yaml")))
            Skip = "The npm packages of tests/clients are not installed: npm ci --prefix tests/clients";
    }
}
