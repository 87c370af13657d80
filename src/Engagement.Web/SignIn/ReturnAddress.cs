namespace Engagement.Web.SignIn;

/// <summary>Where somebody goes after signing in: a page of ours, whatever the address bar said.</summary>
internal static class ReturnAddress
{
    /// <summary>A path of ours, or the first page.</summary>
    public static string Local(string? asked) =>
        asked is { Length: > 0 and <= 2000 } && asked[0] == '/' && (asked.Length == 1 || asked[1] is not '/' and not '\\')
        && !asked.Any(c => char.IsControl(c) || c == '\\') && Uri.TryCreate(asked, UriKind.Relative, out _)
            ? asked
            : "/";
}
