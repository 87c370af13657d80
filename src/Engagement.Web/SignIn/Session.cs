using System.Globalization;
using System.Security.Claims;
using Engagement.Web.Accounts;

namespace Engagement.Web.SignIn;

/// <summary>What a cookie says: whose session it is and since when. What they may see is not in it, and so never out of date.</summary>
/// <param name="Id">Of the session.</param>
/// <param name="Account">Whose.</param>
/// <param name="Stamp">The account's when it began.</param>
/// <param name="Since">When it began.</param>
internal sealed record Session(Guid Id, Guid Account, Guid Stamp, DateTimeOffset Since)
{
    /// <summary>A session nobody uses for so long is over; an open page uses it.</summary>
    public static TimeSpan Idle { get; } = TimeSpan.FromHours(12);

    /// <summary>A session is over after so long, however it is used. <c>ended_sessions</c> keeps its rows longer.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(7);

    public static Session Begin(Account account, TimeProvider clock) => new(Guid.NewGuid(), account.Id, account.Stamp, clock.GetUtcNow());

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
    [
        new Claim("session", Id.ToString()), new Claim("account", Account.ToString()), new Claim("stamp", Stamp.ToString()),
        new Claim("since", Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ], Schemes.Session));

    /// <returns>Null: the principal is of no session.</returns>
    public static Session? Of(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue("session"), out var id)
        && Guid.TryParse(principal.FindFirstValue("account"), out var account)
        && Guid.TryParse(principal.FindFirstValue("stamp"), out var stamp)
        && long.TryParse(principal.FindFirstValue("since"), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            ? new(id, account, stamp, DateTimeOffset.FromUnixTimeSeconds(since))
            : null;

    /// <summary>Whose it is, where it goes on.</summary>
    public Account? Holder(AccountDirectory.Entries entries, DateTimeOffset now) =>
        !entries.Ended.Contains(Id) && now - Since < Longest && entries.ById.TryGetValue(Account, out var account)
        && !account.IsDisabled && account.Stamp == Stamp
            ? account
            : null;
}
