using System.CommandLine;
using Engagement.Accounts;
using Engagement.Hosting;
using Engagement.Processes;
using Engagement.Reports;
using Engagement.Web.Accounts;

namespace Engagement.Commands;

/// <summary><c>engagement account</c>: who may sign in. No password passes through a command line: whoever it is of sets it, by a link.</summary>
internal static class AccountCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Where the pages are served; the setting Web:PublicUrl wins", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    public static Command Create() => new("account", "Accounts of those who may sign in") { Add(), List(), Disable(), Enable(), Reset() };

    private static Command Add()
    {
        var name = Name();
        var scope = new ScopeOptions();
        var zone = new Option<string>("--time-zone") { Description = "IANA name, such as Europe/Zurich", DefaultValueFactory = _ => "UTC" };
        var capacity = new Option<int?>("--capacity") { Description = "Most alerts a day; the product's default without it" };
        var command = new Command("add", "Makes an account, or gives one another scope, and prints a one-time link to set a password where there is none") { name, zone, capacity, Urls };
        scope.AddTo(command);
        return command.Does((parsed, settings, stop) => WithAsync(settings, stop, async (store, links) =>
        {
            var userName = UserName.Normalize(parsed.GetValue(name));
            if (UserName.Fault(userName) is { } fault) throw new Fault(fault);
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(parsed.GetValue(zone)!, out _)) throw new Fault("--time-zone takes an IANA name, such as Europe/Zurich.");
            if (parsed.GetValue(capacity) is < 1 or > 1000) throw new Fault("--capacity is from 1 to 1000 alerts a day.");
            var known = await store.FindAsync(userName, stop)
                ?? new Account { UserName = userName, Id = Guid.NewGuid(), Scope = Scope.Everything, CreatedAt = TimeProvider.System.GetUtcNow() };
            var account = known with { Scope = scope.Read(parsed, settings), TimeZone = parsed.GetValue(zone)!, DailyAlerts = parsed.GetValue(capacity) };
            await store.SaveAsync(account, stop);
            if (account.PasswordHash.Length == 0) await PrintLinkAsync(parsed, settings, links, account, stop);
        }));
    }

    private static Command List() => new Command("list", "Lists them").Does((_, settings, stop) =>
        WithAsync(settings, stop, async (store, _) => AccountTables.Print(Terminal.Results(), await store.ListAsync(stop))));

    private static Command Disable()
    {
        var name = Name();
        return new Command("disable", "Closes an account; its sessions end within seconds") { name }.Does((parsed, settings, stop) =>
            WithAsync(settings, stop, async (store, _) => await store.SaveAsync(await FindAsync(store, parsed.GetValue(name), stop) with { IsDisabled = true }, stop)));
    }

    private static Command Enable()
    {
        var name = Name();
        return new Command("enable", "Opens it again") { name }.Does((parsed, settings, stop) =>
            WithAsync(settings, stop, async (store, _) => await store.SaveAsync(await FindAsync(store, parsed.GetValue(name), stop) with { IsDisabled = false }, stop)));
    }

    private static Command Reset()
    {
        var name = Name();
        return new Command("reset", "Makes the password void, ends all sessions and prints a one-time link to set another") { name, Urls }.Does((parsed, settings, stop) =>
            WithAsync(settings, stop, async (store, links) =>
            {
                var account = await FindAsync(store, parsed.GetValue(name), stop);
                await store.SaveAsync(account.WithPassword(""), stop);
                await PrintLinkAsync(parsed, settings, links, account, stop);
            }));
    }

    private static Argument<string> Name() => new("NAME") { Description = "User name; upper and lower case are the same" };

    private static async Task<Account> FindAsync(AccountStore store, string? typed, CancellationToken stop) =>
        await store.FindAsync(UserName.Normalize(typed), stop) ?? throw new Fault("There is no such account. './engagement account list' lists them.");

    private static async Task PrintLinkAsync(ParseResult parsed, Settings settings, OneTimeLinks links, Account account, CancellationToken stop)
    {
        var link = await links.ForPasswordAsync(PagesAddress.Of(settings, parsed.GetValue(Urls)!), account, stop);
        await Console.Error.WriteLineAsync($"Give this link to {account.UserName}, and to nobody else: it sets their password, once, within a day.");
        Console.WriteLine(link);
    }

    private static async Task<int> WithAsync(Settings settings, CancellationToken stop, Func<AccountStore, OneTimeLinks, Task> act)
    {
        await using var database = await Database.OpenAsync(settings, stop);
        await act(new AccountStore(database.Client, TimeProvider.System), new OneTimeLinks(database.Client, TimeProvider.System));
        return ExitCodes.Done;
    }
}
