using System.Text.Json;

namespace Engagement.Tests.Infra;

/// <summary>A document of a YAML file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Document">As JSON.</param>
/// <param name="Faults">What its schema says against it.</param>
internal sealed record InfraDocument(string File, JsonElement Document, IReadOnlyList<string> Faults)
{
    public string Kind => Document.GetProperty("kind").GetString()!;

    public string Name => Document.GetProperty("metadata").GetProperty("name").GetString()!;

    public JsonElement Spec => Document.GetProperty("spec");

    public override string ToString() => $"{File} {Kind} {Name}";
}
