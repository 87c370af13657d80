using Engagement.ClickHouse;

namespace Engagement.Web.Accounts;

/// <summary>The table of accounts. Thread-safe; of two changes at once the later one stays. Errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class AccountStore(ClickHouseClient clickHouse, TimeProvider clock)
{
    private const string Columns = """
        SELECT user_name, account_id, password_hash, stamp, roles, facilitator_id, courses, cohorts, time_zone, daily_alerts, is_disabled,
               formatDateTime(a.created_at, '%Y-%m-%dT%H:%i:%SZ') AS created_at, row_version
        FROM accounts AS a FINAL
        """;

    /// <summary>All of them, by user name.</summary>
    public async Task<List<Account>> ListAsync(CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<AccountRow>(Columns + " ORDER BY user_name", cancel: cancel)).ConvertAll(row => row.ToAccount());

    /// <summary>As it is now; null where there is none.</summary>
    /// <param name="userName">Normalized.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task<Account?> FindAsync(string userName, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<AccountRow>(Columns + " WHERE user_name = {user_name:String}", [("user_name", userName)], cancel)).SingleOrDefault()?.ToAccount();

    /// <summary>Stores it in place of the one of the same user name.</summary>
    public Task SaveAsync(Account account, CancellationToken cancel = default) =>
        clickHouse.InsertRowsAsync("accounts", [AccountRow.Of(account, clock.GetUtcNow().Ticks)], cancel);
}
