using Engagement.ClickHouse;

namespace Engagement.Web.Accounts;

/// <summary>
/// Links that are good once: one makes the first account, the others set a password. Only hashes of their codes are stored. A newer link
/// for the same takes the older one's place. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class OneTimeLinks(ClickHouseClient clickHouse, TimeProvider clock)
{
    /// <summary>How long a link waits to be used.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(1);

    private const string Start = "start", Password = "password";

    private const string Find = """
        SELECT purpose, user_name, code_hash, formatDateTime(l.expires_at, '%Y-%m-%dT%H:%i:%SZ') AS expires_at, row_version, is_deleted
        FROM one_time_links AS l FINAL
        WHERE code_hash = {code_hash:String}
        """;

    /// <summary>For the first account.</summary>
    /// <param name="pages">Address of the pages.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The link, to be shown this once; null where there is an account already.</returns>
    public async Task<string?> ForStartAsync(string pages, CancellationToken cancel = default) =>
        await clickHouse.ScalarAsync("SELECT count() FROM accounts FINAL", cancel: cancel) == "0" ? await CreateAsync(pages, Start, "", cancel) : null;

    /// <summary>For whoever is to think of a password.</summary>
    /// <param name="pages">Address of the pages.</param>
    /// <param name="account">Whose password.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The link, to be shown this once.</returns>
    public Task<string> ForPasswordAsync(string pages, Account account, CancellationToken cancel = default) =>
        CreateAsync(pages, Password, account.UserName, cancel);

    /// <summary>What a code is good for; null: for nothing (any more).</summary>
    internal async Task<Link?> FindAsync(string code, CancellationToken cancel)
    {
        var link = (await clickHouse.ListAsync<Link>(Find, [("code_hash", Secret.Hash(code))], cancel)).SingleOrDefault();
        return link?.ExpiresAt > clock.GetUtcNow() ? link : null;
    }

    /// <summary>From now on it is good for nothing.</summary>
    internal Task UseAsync(Link link, CancellationToken cancel) =>
        clickHouse.InsertRowsAsync("one_time_links", [link with { RowVersion = clock.GetUtcNow().Ticks, IsDeleted = 1 }], cancel);

    private async Task<string> CreateAsync(string pages, string purpose, string userName, CancellationToken cancel)
    {
        var code = Secret.New();
        var now = clock.GetUtcNow();
        await clickHouse.InsertRowsAsync("one_time_links", [new Link(purpose, userName, Secret.Hash(code), now + Life, now.Ticks, 0)], cancel);
        var address = $"{pages.TrimEnd('/')}/start?code={code}";
        return userName.Length == 0 ? address : $"{address}&name={Uri.EscapeDataString(userName)}";
    }

    /// <param name="Purpose">start or password.</param>
    /// <param name="UserName">Of a password.</param>
    /// <param name="CodeHash">SHA-256 in hex.</param>
    /// <param name="ExpiresAt">Not good from then on.</param>
    /// <param name="RowVersion">Grows.</param>
    /// <param name="IsDeleted">1: used.</param>
    internal sealed record Link(string Purpose, string UserName, string CodeHash, DateTimeOffset ExpiresAt, long RowVersion, int IsDeleted)
    {
        public bool IsStart => Purpose == Start;
    }
}
