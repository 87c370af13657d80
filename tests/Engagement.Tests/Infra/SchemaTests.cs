using System.Text.RegularExpressions;

namespace Engagement.Tests.Infra;

/// <summary>Each file is what its reader takes, and everything it names is there.</summary>
public sealed partial class SchemaTests
{
    [InfraFact]
    public void The_compose_file_is_valid() => Assert.Empty(InfraFiles.Compose.Faults);

    [InfraFact]
    public void Each_manifest_is_valid_and_has_no_field_that_is_not_known() =>
        Assert.Empty(InfraFiles.Manifests.SelectMany(one => one.Faults.Select(fault => $"{one.File}: {fault}")));

    [InfraFact]
    public void Kustomize_takes_every_manifest_but_examples()
    {
        var there = InfraFiles.ManifestFiles().Select(file => Path.GetFileName(file)!).Where(file => !file.Contains(".example.", StringComparison.Ordinal));

        Assert.Equal(there, InfraFiles.Strings(InfraFiles.Kustomization.Document.GetProperty("resources")).Order(StringComparer.Ordinal));
    }

    [InfraFact]
    public void Every_image_has_a_version()
    {
        var images = InfraFiles.Compose.Document.GetProperty("services").EnumerateObject().Select(service => service.Value.GetProperty("image").GetString()!)
            .Concat(InfraFiles.Pods().Select(one => InfraFiles.Container(one.Pod).GetProperty("image").GetString()!))
            .Concat(From().Matches(InfraFiles.Text("Dockerfile")).Select(match => match.Groups[1].Value)).ToList();

        Assert.True(images.Count > 15);
        Assert.DoesNotContain(images, image => !Pinned().IsMatch(image));
        foreach (var tested in TestedImage().Matches(InfraFiles.Text("tests/Engagement.Servers.Tests/Servers/RealServers.Containers.cs")).Select(match => match.Groups[1].Value))
            Assert.Contains(tested, images);
    }

    [InfraFact]
    public void What_is_mounted_and_copied_is_there()
    {
        var mounted = InfraFiles.Compose.Document.GetProperty("services").EnumerateObject()
            .Where(service => service.Value.TryGetProperty("volumes", out _))
            .SelectMany(service => InfraFiles.Strings(service.Value.GetProperty("volumes"))).Select(volume => volume.Split(':')[0]).ToList();
        var files = mounted.Where(volume => volume.StartsWith('.')).Select(path => Path.Combine("infra", path));
        var copied = Copy().Matches(InfraFiles.Text("Dockerfile")).SelectMany(match => match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^1]).Where(path => path is not "./");

        var named = files.Concat(copied).ToList();
        Assert.True(named.Count >= 10);
        Assert.DoesNotContain(named, path => !Path.Exists(InfraFiles.At(path)));
        var volumes = InfraFiles.Compose.Document.GetProperty("volumes").EnumerateObject().Select(one => one.Name);
        Assert.Equal(volumes.Order(), mounted.Where(volume => !volume.StartsWith('.')).Distinct().Order());
    }

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex From();

    [GeneratedRegex(@"^COPY (?!--from)(.+)$", RegexOptions.Multiline)]
    private static partial Regex Copy();

    [GeneratedRegex(@"^[\w./-]+:\d+\.\d+[\w.-]*$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"Image = ""([^""]+)""")]
    private static partial Regex TestedImage();
}
