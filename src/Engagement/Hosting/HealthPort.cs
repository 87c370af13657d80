using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting;

/// <summary>The setting <c>Health:Url</c>: an address for /health alone, such as <c>http://0.0.0.0:8081</c> for an orchestrator's probes.</summary>
public sealed record HealthPort(string Url, int Port)
{
    /// <returns>Null where it is not set.</returns>
    /// <exception cref="OptionsValidationException">It is no address.</exception>
    public static HealthPort? Of(IConfiguration configuration)
    {
        if (configuration["Health:Url"] is not { Length: > 0 } url) return null;
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http", Port: > 0 } address
                ? new HealthPort(url, address.Port)
                : throw Wrong(url);
        }
        catch (FormatException)
        {
            throw Wrong(url);
        }
    }

    private static OptionsValidationException Wrong(string url) => new("Health", typeof(HealthPort),
        [$"Health:Url is '{url}'; it must be an http address with a port, such as http://0.0.0.0:8081."]);
}
