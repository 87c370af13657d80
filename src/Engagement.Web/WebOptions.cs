namespace Engagement.Web;

/// <summary>Section <c>Web</c> of the configuration.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Folder of the built pages. Empty: <c>dashboards/dist</c> under ENGAGEMENT_HOME, else under the content root.</summary>
    public string Pages { get; set; } = "";

    /// <summary>Where the built pages are.</summary>
    public string Folder(string contentRoot)
    {
        if (Pages.Length > 0) return Path.GetFullPath(Pages);
        var home = Environment.GetEnvironmentVariable("ENGAGEMENT_HOME");
        return Path.Combine(string.IsNullOrEmpty(home) ? contentRoot : home, "dashboards", "dist");
    }
}
