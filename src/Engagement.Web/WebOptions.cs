namespace Engagement.Web;

/// <summary>Section <c>Web</c> of the configuration.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Folder of the built pages. Empty: <c>dashboards/dist</c> under ENGAGEMENT_HOME, else under the content root.</summary>
    public string Pages { get; set; } = "";

    /// <summary>Address by which people reach the pages, for links that are printed. Empty: the one that is listened on.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Folder of the keys that seal cookies, made where there is none. Workers behind one address share it. The program says which by default.</summary>
    public string CookieKeys { get; set; } = "";

    /// <summary>Header by which a trusted proxy says who asks, such as X-Forwarded-User. Empty: none does.</summary>
    public string ProxyHeader { get; set; } = "";

    /// <summary>Addresses and networks, by comma, whose <see cref="ProxyHeader"/>, X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Sign-ins a minute that one address may try, and twice what one user name may; 1 to 100 000.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Let people sign in from elsewhere without TLS. Their passwords can be read on the way.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>A provider of identities.</summary>
    public OAuthSettings OAuth { get; set; } = new();

    /// <summary>Where the built pages are.</summary>
    public string Folder(string contentRoot)
    {
        if (Pages.Length > 0) return Path.GetFullPath(Pages);
        var home = Environment.GetEnvironmentVariable("ENGAGEMENT_HOME");
        return Path.Combine(string.IsNullOrEmpty(home) ? contentRoot : home, "dashboards", "dist");
    }
}
