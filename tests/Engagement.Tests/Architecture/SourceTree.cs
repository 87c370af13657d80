using System.Xml.Linq;

namespace Engagement.Tests.Architecture;

/// <summary>The checked-out tree, as its files say.</summary>
internal static class SourceTree
{
    public static readonly string Root = Repository.Folder;

    /// <summary>Every source file a person wrote, as a path from the root.</summary>
    public static IReadOnlyList<string> SourceFiles { get; } =
        [.. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal)];

    /// <summary>The projects under src by name.</summary>
    public static IReadOnlyDictionary<string, Project> Projects { get; } =
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Project.Read)
            .ToDictionary(project => project.Name);

    internal sealed record Project(string Name, IReadOnlySet<string> References, IReadOnlySet<string> Packages)
    {
        public static Project Read(string file)
        {
            var items = XDocument.Load(file).Descendants().ToLookup(element => element.Name.LocalName, element => (string?)element.Attribute("Include") ?? "");
            return new Project(
                Path.GetFileNameWithoutExtension(file),
                items["ProjectReference"].Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToHashSet(),
                items["PackageReference"].ToHashSet());
        }
    }
}
