using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Engagement.Tests.Infra;

/// <summary>What infra/ says, read once.</summary>
internal static class InfraFiles
{
    private static readonly Lazy<IReadOnlyList<InfraDocument>> ReadCompose = new(() => Read("compose", [At("infra/compose.yaml")]));
    private static readonly Lazy<IReadOnlyList<InfraDocument>> ReadManifests = new(() => Read("kubernetes", [.. ManifestFiles()]));
    private static readonly Lazy<IReadOnlyList<InfraDocument>> ReadKustomization = new(() => Read("plain", [At("infra/kubernetes/kustomization.yaml")]));

    public static string Clients => At("tests/clients");

    public static InfraDocument Compose => ReadCompose.Value.Single();

    public static IReadOnlyList<InfraDocument> Manifests => ReadManifests.Value;

    public static InfraDocument Kustomization => ReadKustomization.Value.Single();

    public static string At(string path) => Path.Combine(Repository.Folder, path);

    public static string Text(string path) => File.ReadAllText(At(path));

    public static IEnumerable<string> ManifestFiles() =>
        Directory.EnumerateFiles(At("infra/kubernetes"), "*.yaml").Where(file => Path.GetFileName(file) != "kustomization.yaml").Order(StringComparer.Ordinal);

    /// <summary>Services of the compose file that run this program.</summary>
    public static IEnumerable<JsonProperty> OwnServices() =>
        Compose.Document.GetProperty("services").EnumerateObject().Where(service => service.Value.GetProperty("image").GetString()!.StartsWith("engagement:", StringComparison.Ordinal));

    /// <summary>Manifests that run this program, with the pod of each.</summary>
    public static IEnumerable<(InfraDocument Manifest, JsonElement Pod)> Pods() =>
        from manifest in Manifests
        where manifest.Kind is "Deployment" or "StatefulSet" or "Job"
        select (manifest, manifest.Document.GetProperty("spec").GetProperty("template").GetProperty("spec"));

    /// <summary>Arguments of the program, by the file and name of who runs it.</summary>
    public static IEnumerable<(string Where, string[] Arguments)> Runs() =>
        OwnServices().Select(service => ("compose " + service.Name, Strings(service.Value.GetProperty("command"))))
            .Concat(Pods().Select(one => (one.Manifest.ToString(), Strings(Container(one.Pod).GetProperty("args")))));

    public static JsonElement Container(JsonElement pod) => pod.GetProperty("containers").EnumerateArray().Single();

    public static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetString()!)];

    /// <summary>What the text has between a variable's braces: of <c>${A:-b}</c>, <c>A</c> and <c>:-b</c>.</summary>
    public static IEnumerable<(string Name, string Then)> Variables(string text) =>
        Regex.Matches(text, @"\$\{(\w+)([^}]*)\}").Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static List<InfraDocument> Read(string schema, string[] files)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(Clients, "infra.mjs"), schema }.Concat(files)) start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var faults = node.StandardError.ReadToEndAsync();
        var told = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, faults.GetAwaiter().GetResult());
        return [.. JsonDocument.Parse(told).RootElement.EnumerateArray().Select(one => new InfraDocument(
            Path.GetFileName(one.GetProperty("file").GetString()!), one.GetProperty("document"), Strings(one.GetProperty("faults"))))];
    }
}
