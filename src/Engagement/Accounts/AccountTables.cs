using Engagement.Reports;
using Engagement.Web.Accounts;
using Spectre.Console;

namespace Engagement.Accounts;

/// <summary>Accounts and keys for a person at a terminal. Nothing secret is among it.</summary>
internal static class AccountTables
{
    public static void Print(IAnsiConsole console, IReadOnlyList<Account> accounts) => Print(console, "Nobody has an account yet.",
        ["user name", "state", "roles", "courses", "cohorts", "time zone", "alerts a day", "made (UTC)"],
        accounts.Select(account => (string[])
        [
            account.UserName, account.IsDisabled ? "disabled" : account.PasswordHash.Length > 0 ? "" : "no password", .. Scoped(account.Scope),
            account.TimeZone, account.DailyAlerts?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", Terminal.Time(account.CreatedAt),
        ]));

    public static void Print(IAnsiConsole console, IReadOnlyList<ApiKey> keys) => Print(console, "There is no API key.",
        ["id", "name", "state", "roles", "courses", "cohorts", "made (UTC)", "last used (UTC)"],
        keys.Select(key => (string[])
        [
            key.Id.ToString(), Terminal.Readable(key.Name), key.IsRevoked ? "revoked" : "", .. Scoped(key.Scope),
            Terminal.Time(key.CreatedAt), key.UsedAt is { } at ? Terminal.Time(at) : "never",
        ]));

    private static string[] Scoped(Scope scope) =>
    [
        string.Join('\n', RoleNames.Of(scope.Roles)),
        Terminal.Readable(string.Join(' ', scope.Courses)),
        Terminal.Readable(string.Join(' ', scope.Cohorts.Select(cohort => $"{cohort.Course}={cohort.Cohort}"))) + (scope.Facilitator == Guid.Empty ? "" : " of the roster"),
    ];

    private static void Print(IAnsiConsole console, string none, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(column);
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(cell)));
        if (table.Rows.Count == 0) console.WriteLine(none);
        else console.Write(table);
    }
}
