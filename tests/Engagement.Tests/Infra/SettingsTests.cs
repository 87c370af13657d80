using System.Text.RegularExpressions;
using Engagement.Alerts;
using Engagement.Attrition;
using Engagement.ClickHouse;
using Engagement.Erasure.Retention;
using Engagement.Ingest;
using Engagement.Kafka;
using Engagement.Metrics;
using Engagement.Statements;
using Engagement.Web;
using Microsoft.Extensions.Configuration;

namespace Engagement.Tests.Infra;

/// <summary>Every variable is a setting of the program, with a value that it takes; no secret is in a file.</summary>
public sealed partial class SettingsTests
{
    // What is read by its name, without a class of options.
    private static readonly Dictionary<string, string> Single = new()
    {
        ["Privacy:Key"] = "src/Engagement/Hosting/Settings.cs",
        ["Privacy:IdentityKey"] = "src/Engagement/Hosting/Settings.cs",
        ["Health:Url"] = "src/Engagement/Hosting/HealthPort.cs",
    };

    private static readonly Dictionary<string, Type> Sections = new[]
        {
            typeof(AlertsOptions), typeof(AttritionOptions), typeof(ClickHouseOptions), typeof(RetentionOptions), typeof(IngestOptions),
            typeof(KafkaOptions), typeof(MetricsOptions), typeof(ReadingOptions), typeof(WebOptions),
        }
        .SelectMany(one => one.Assembly.GetTypes())
        .Where(type => type.GetField("Section") is { IsLiteral: true })
        .ToDictionary(type => (string)type.GetField("Section")!.GetRawConstantValue()!);

    [InfraFact]
    public void Every_variable_is_a_setting()
    {
        var variables = Variables().ToList();

        Assert.True(variables.Count > 50);
        Assert.Empty(variables.Select(one => Fault(one.Name, one.Value) is { } fault ? $"{one.Where}: {one.Name}: {fault}" : null).OfType<string>());
    }

    [InfraFact]
    public void The_file_to_fill_in_has_every_variable_and_no_other()
    {
        var text = InfraFiles.Text("infra/compose.yaml");
        var asked = InfraFiles.Variables(text).Where(one => one.Then.StartsWith(":?", StringComparison.Ordinal)).Select(one => one.Name).Distinct();
        var used = InfraFiles.Variables(text).Select(one => one.Name).Append("COMPOSE_PROJECT_NAME").ToHashSet();
        var given = Assignment().Matches(InfraFiles.Text("infra/.env.example")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        Assert.Empty(asked.Except(given.Keys));
        Assert.Empty(given.Keys.Except(used));
        Assert.DoesNotContain(given, one => IsSecret(one.Key) && one.Value.Length > 0);
    }

    [InfraFact]
    public void No_secret_is_in_a_file()
    {
        Assert.DoesNotContain(InfraFiles.Manifests, one => one.Kind == "Secret");
        var secrets = Variables().Where(one => IsSecret(one.Name)).ToList();
        Assert.True(secrets.Count > 20);
        Assert.DoesNotContain(secrets, one => one.Value is not null && !Required().IsMatch(one.Value));
        foreach (var service in InfraFiles.Compose.Document.GetProperty("services").EnumerateObject())
            if (service.Value.TryGetProperty("environment", out var environment))
                Assert.DoesNotContain(environment.EnumerateObject(), one => IsSecret(one.Name) && !Required().IsMatch(one.Value.ToString()));
        foreach (var file in Directory.EnumerateFiles(InfraFiles.At("infra"), "*", SearchOption.AllDirectories).Where(file => !file.Contains("/setup/", StringComparison.Ordinal) && !file.EndsWith("/.env", StringComparison.Ordinal)))
            Assert.DoesNotContain(Random().Matches(File.ReadAllText(file)).Select(match => match.Value), text => text.Any(char.IsDigit) && text.Any(char.IsLower) && text.Any(char.IsUpper));
    }

    [InfraFact]
    public void The_documents_say_how_each_secret_is_made()
    {
        var text = InfraFiles.Text("docs/deploy.md");
        var asked = from one in InfraFiles.Pods()
                    from variable in InfraFiles.Container(one.Pod).GetProperty("env").EnumerateArray()
                    where variable.TryGetProperty("valueFrom", out var source) && source.TryGetProperty("secretKeyRef", out _)
                    let secret = variable.GetProperty("valueFrom").GetProperty("secretKeyRef")
                    select (Name: secret.GetProperty("name").GetString()!, Key: secret.GetProperty("key").GetString()!);

        Assert.All(asked.Distinct(), one => Assert.Matches($@"secret generic {one.Name}[\s\S]*--from-literal={one.Key}=", text));
    }

    // Null where all is well. A value that comes from elsewhere is not known here.
    private static string? Fault(string name, string? value)
    {
        var path = name.Replace("__", ":", StringComparison.Ordinal);
        if (Single.TryGetValue(path, out var file)) return InfraFiles.Text(file).Contains($"\"{path}\"", StringComparison.Ordinal) ? null : "it is read no more";
        if (Sections.Keys.Where(section => path.StartsWith(section + ":", StringComparison.Ordinal)).MaxBy(section => section.Length) is not { } known) return "no options have such a section";
        var given = value is null || value.StartsWith("${", StringComparison.Ordinal) ? null : value;
        var property = Sections[known].GetProperty(path[(known.Length + 1)..].Split(':')[0]);
        if (property is not { CanWrite: true }) return "no options have such a property";
        if (given is null) return null;
        try
        {
            _ = new ConfigurationBuilder().AddInMemoryCollection([new(path, given)]).Build().GetSection(known).Get(Sections[known], how => how.ErrorOnUnknownConfiguration = true);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<(string Where, string Name, string? Value)> Variables() =>
        InfraFiles.OwnServices().SelectMany(service => service.Value.GetProperty("environment").EnumerateObject().Select(one => ("compose " + service.Name, one.Name, (string?)one.Value.ToString())))
            .Concat(InfraFiles.Pods().SelectMany(one => InfraFiles.Container(one.Pod).GetProperty("env").EnumerateArray()
                .Select(variable => (one.Manifest.ToString(), variable.GetProperty("name").GetString()!, variable.TryGetProperty("value", out var value) ? value.GetString() : null))))
            .Concat(InfraFiles.Manifests.Where(one => one.Kind == "ConfigMap")
                .SelectMany(one => one.Document.GetProperty("data").EnumerateObject().Select(entry => (one.ToString(), entry.Name, (string?)entry.Value.GetString()))));

    private static bool IsSecret(string name) => SecretName().IsMatch(name);

    [GeneratedRegex(@"(password|secret|privacy_key|identity_?key|privacy__key)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^\$\{\w+:\?[^}]+\}$")]
    private static partial Regex Required();

    [GeneratedRegex(@"^(\w+)=(.*)$", RegexOptions.Multiline)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"[A-Za-z0-9+/_=-]{24,}")]
    private static partial Regex Random();
}
