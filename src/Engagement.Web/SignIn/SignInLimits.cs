using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>How often an address, and how often a user name, may try to sign in. Thread-safe.</summary>
internal sealed class SignInLimits(IOptions<WebOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Attempt> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Attempt, IPAddress>(attempt => Windowed(attempt.From, options.Value.SignInsPerMinute)),
        PartitionedRateLimiter.Create<Attempt, string>(attempt => Windowed(attempt.UserName, (options.Value.SignInsPerMinute + 1) / 2)));

    private readonly record struct Attempt(IPAddress From, string UserName);

    /// <summary>Counts one.</summary>
    /// <param name="from">Null where it came over no network.</param>
    /// <param name="userName">Normalized; of a link: its hash.</param>
    /// <returns>How long to wait before the next; null: go on.</returns>
    public TimeSpan? Count(IPAddress? from, string userName)
    {
        using var lease = _limiter.AttemptAcquire(new Attempt(Neighbourhood(from ?? IPAddress.None), userName));
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<TKey> Windowed<TKey>(TKey key, int limit) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = Window });

    // Whoever has an IPv6 address has 2^64 of them.
    private static IPAddress Neighbourhood(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
