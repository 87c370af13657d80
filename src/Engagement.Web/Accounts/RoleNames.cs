using Engagement.People;

namespace Engagement.Web.Accounts;

/// <summary>Roles as they are stored, typed and answered: facilitator, designer, operator.</summary>
public static class RoleNames
{
    private static readonly (ViewerRoles Role, string Name)[] Names =
        [(ViewerRoles.Facilitator, "facilitator"), (ViewerRoles.Designer, "designer"), (ViewerRoles.Operator, "operator")];

    public static IReadOnlyList<string> All { get; } = [.. Names.Select(n => n.Name)];

    public static IReadOnlyList<string> Of(ViewerRoles roles) => [.. Names.Where(n => roles.HasFlag(n.Role)).Select(n => n.Name)];

    /// <summary>A name nobody knows, as of a newer version, gives no right.</summary>
    public static ViewerRoles Parse(IEnumerable<string> names) =>
        names.Aggregate(ViewerRoles.None, (roles, name) => roles | Names.FirstOrDefault(n => n.Name == name).Role);
}
