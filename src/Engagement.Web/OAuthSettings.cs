namespace Engagement.Web;

/// <summary>Section <c>Web:OAuth</c>: a provider that tells who somebody is. It makes no account.</summary>
public sealed class OAuthSettings
{
    /// <summary>As the sign-in page names it.</summary>
    public string Name { get; set; } = "single sign-on";

    /// <summary>Empty: there is no provider.</summary>
    public string ClientId { get; set; } = "";
    public string ClientSecret { get; set; } = "";

    /// <summary>Where the browser is sent to.</summary>
    public string AuthorizationEndpoint { get; set; } = "";

    /// <summary>Where a code becomes a token.</summary>
    public string TokenEndpoint { get; set; } = "";

    /// <summary>Tells, as JSON, who the token is of.</summary>
    public string UserInformationEndpoint { get; set; } = "";

    /// <summary>Field of that JSON with the user name. It must be one that people can't change themselves.</summary>
    public string UserNameField { get; set; } = "preferred_username";

    /// <summary>By space.</summary>
    public string Scope { get; set; } = "openid profile";

    public bool IsSet => ClientId.Length > 0;
}
