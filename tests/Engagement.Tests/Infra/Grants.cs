using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Engagement.Tests.Infra;

/// <summary>What infra/clickhouse lets each user do: privilege and object, such as <c>SELECT engagement.visits</c>.</summary>
internal static partial class Grants
{
    public static XElement Users { get; } = XDocument.Load(InfraFiles.At("infra/clickhouse/users.d/engagement.xml")).Root!.Element("users")!;

    public static ISet<string> Of(string user) => Users.Element(user)!.Element("grants")!.Elements("query")
        .SelectMany(query => Grant().Replace(query.Value, "").Split(','))
        .Select(one => Pair().Match(Space().Replace(one, " ").Trim()))
        .Select(match => match.Success ? $"{match.Groups[1].Value} {match.Groups[2].Value}" : throw new FormatException($"{user} has a grant that is none"))
        .ToHashSet();

    /// <summary>Tables and views that a user has the privilege on.</summary>
    public static ISet<string> Of(string user, string privilege) =>
        Of(user).Where(one => one.StartsWith(privilege + " engagement.", StringComparison.Ordinal)).Select(one => one[(privilege.Length + 12)..]).ToHashSet();

    [GeneratedRegex(@"^\s*GRANT\s+")]
    private static partial Regex Grant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^([A-Z ]+) ON ([\w*]+\.[\w*]+)$")]
    private static partial Regex Pair();
}
