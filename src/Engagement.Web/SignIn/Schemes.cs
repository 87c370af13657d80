namespace Engagement.Web.SignIn;

/// <summary>The ways by which a request says who asks.</summary>
internal static class Schemes
{
    /// <summary>Whichever of the next three the request uses.</summary>
    public const string Any = "any";

    /// <summary>A cookie, after a password or a provider's word.</summary>
    public const string Session = "session";

    /// <summary><c>Authorization: Bearer engk_…</c></summary>
    public const string Key = "key";

    /// <summary>A trusted proxy's header.</summary>
    public const string Proxy = "proxy";

    /// <summary>The way to a session over a provider.</summary>
    public const string OAuth = "oauth";
}
