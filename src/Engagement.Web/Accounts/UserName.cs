namespace Engagement.Web.Accounts;

/// <summary>What somebody signs in as. Upper and lower case are the same.</summary>
public static class UserName
{
    public const int Longest = 64;

    /// <summary>As accounts are stored and found by it.</summary>
    public static string Normalize(string? typed) => (typed ?? "").Trim().ToLowerInvariant();

    /// <summary>What is wrong with it, if anything.</summary>
    public static string? Fault(string userName) =>
        userName.Length is < 2 or > Longest ? $"A user name has 2 to {Longest} characters."
        : userName.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '@') ? null
        : "A user name is of letters, digits and . _ - + @";
}
