using Engagement.Web.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Engagement.Web;

/// <summary>Settings that can't work, or would let in whom nobody meant to, stop the start.</summary>
internal sealed class WebOptionsCheck(IConfiguration configuration) : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Faults(WebOptions options)
    {
        if (options.CookieKeys.Length == 0) yield return "Web:CookieKeys must name a folder.";
        if (options.SignInsPerMinute is < 1 or > 100_000) yield return "Web:SignInsPerMinute must be from 1 to 100000.";
        foreach (var fault in TrustedProxies.Faults(options.TrustedProxies)) yield return fault;
        if (options.ProxyHeader.Length > 0 && options.TrustedProxies.Length == 0)
            yield return "Web:ProxyHeader is believed from Web:TrustedProxies alone: say which these are, or leave it empty.";
        if (options.ProxyHeader.Length > 0 && string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase))
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED believes anybody about their address, so that anybody could be a trusted proxy: take it away; Web:TrustedProxies does its work.";
        if (options.ProxyHeader.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-')) yield return "Web:ProxyHeader is the name of a header, such as X-Forwarded-User.";
        if (options.OAuth.IsSet)
            foreach (var (setting, url) in new[]
            {
                ("AuthorizationEndpoint", options.OAuth.AuthorizationEndpoint), ("TokenEndpoint", options.OAuth.TokenEndpoint),
                ("UserInformationEndpoint", options.OAuth.UserInformationEndpoint),
            })
                if (!IsSafe(url)) yield return $"Web:OAuth:{setting} must be an https address (http on this machine alone).";
    }

    private static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback));
}
