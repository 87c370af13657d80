using Engagement.Hosting;
using Engagement.Web;
using Microsoft.AspNetCore.Http;

namespace Engagement.Accounts;

/// <summary>The address by which a person reaches the pages.</summary>
internal static class PagesAddress
{
    /// <summary><c>Web:PublicUrl</c> where it is set.</summary>
    /// <param name="settings">May say it.</param>
    /// <param name="listening">What is listened on; all of this machine's addresses are called localhost.</param>
    public static string Of(Settings settings, string listening)
    {
        if (settings.Configuration[$"{WebOptions.Section}:{nameof(WebOptions.PublicUrl)}"] is { Length: > 0 } named) return named.TrimEnd('/');
        var address = BindingAddress.Parse(listening);
        return address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? $"{address.Scheme}://localhost:{address.Port}{address.PathBase}" : listening.TrimEnd('/');
    }
}
