using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Engagement.Web.SignIn;

/// <summary>Addresses and networks whose word about a request is believed.</summary>
internal sealed class TrustedProxies
{
    private readonly List<IPNetwork> _networks;

    private TrustedProxies(List<IPNetwork> networks) => _networks = networks;

    /// <param name="setting">By comma. Of those that are none, <see cref="Faults"/> tells.</param>
    public static TrustedProxies Parse(string setting) => new([.. Parts(setting).Select(Network).OfType<IPNetwork>()]);

    public static IEnumerable<string> Faults(string setting) =>
        from part in Parts(setting)
        where Network(part) is null
        select $"Web:TrustedProxies: '{part}' is no address such as 10.0.0.7 and no network such as 10.0.0.0/8.";

    public bool Contains(IPAddress? address) => address is not null && _networks.Exists(network => network.Contains(Plain(address)));

    /// <summary>Has the framework believe them about the client's address and whether it came over TLS, and nobody else.</summary>
    public void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = _networks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in _networks) options.KnownIPNetworks.Add(network);
        options.ForwardLimit = null; // through any number of them, up to the first that is not one
    }

    private static string[] Parts(string setting) => setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IPNetwork? Network(string part) =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new IPNetwork(Plain(address), Plain(address).GetAddressBytes().Length * 8)
        : null;

    // A socket for both families tells an IPv4 address in IPv6's clothes.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
