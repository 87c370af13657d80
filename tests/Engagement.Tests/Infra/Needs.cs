using System.Text.RegularExpressions;
using Engagement.Erasure;

namespace Engagement.Tests.Infra;

/// <summary>Which tables and views the SQL in the source asks, as well as its text tells.</summary>
internal static partial class Needs
{
    private static readonly HashSet<string> Tables = [.. LearnerTables.All.Select(table => table.Name)];

    // A view asks its tables in the name of who asks it.
    private static readonly Dictionary<string, string> Views = Sources("src/Engagement.ClickHouse/Views", "src/Engagement.ClickHouse/Migrations")
        .SelectMany(text => View().Matches(text)).GroupBy(match => match.Groups[1].Value).Where(one => !Tables.Contains(one.Key)).ToDictionary(one => one.Key, one => one.Last().Groups[2].Value);

    /// <summary>All that is read in these files and folders of src, and what the views among it read.</summary>
    public static ISet<string> Read(params string[] paths) => Read(string.Join('\n', Sources(paths)));

    /// <inheritdoc cref="Read(string[])"/>
    public static ISet<string> Read(string sql)
    {
        var found = Named(sql);
        for (var queue = new Queue<string>(found); queue.TryDequeue(out var name);)
            if (Views.TryGetValue(name, out var view))
                foreach (var further in Named(view).Where(found.Add)) queue.Enqueue(further);
        return found;
    }

    /// <summary>Tables that are inserted into.</summary>
    public static ISet<string> Written(params string[] paths) =>
        Sources(paths).SelectMany(text => Insert().Matches(text)).SelectMany(match => match.Groups.Values.Skip(1)).Select(group => group.Value).Where(Tables.Contains).ToHashSet();

    private static HashSet<string> Named(string sql) => Reading().Matches(sql).SelectMany(match => match.Groups.Values.Skip(1)).Select(group => group.Value)
        .Where(name => Tables.Contains(name) || Views.ContainsKey(name)).ToHashSet();

    private static IEnumerable<string> Sources(params string[] paths) => paths
        .Select(InfraFiles.At)
        .SelectMany(path => File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".sql")
        .Select(file => Path.GetExtension(file) == ".sql" ? SqlComment().Replace(File.ReadAllText(file), "") : Comment().Replace(File.ReadAllText(file), ""));

    [GeneratedRegex(@"CREATE (?:OR REPLACE )?(?:MATERIALIZED )?VIEW (?:IF NOT EXISTS )?(\w+)(.*?)(?=\nCREATE |\z)", RegexOptions.Singleline)]
    private static partial Regex View();

    [GeneratedRegex(@"\b(?:FROM|JOIN|IN)\s+\(?(\w+)|\b(learners_of)\(")]
    private static partial Regex Reading();

    // Also an insert's table and columns as a text of their own: "statements (course_id, …)".
    [GeneratedRegex(@"INSERT INTO (\w+)|Insert(?:Rows)?Async\(\s*""(\w+)|""(\w+) \(")]
    private static partial Regex Insert();

    [GeneratedRegex("--.*")]
    private static partial Regex SqlComment();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
