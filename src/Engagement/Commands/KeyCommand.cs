using System.CommandLine;
using Engagement.Accounts;
using Engagement.Hosting;
using Engagement.Processes;
using Engagement.Reports;
using Engagement.Web.Accounts;

namespace Engagement.Commands;

/// <summary><c>engagement key</c>: API keys, by which machines ask.</summary>
internal static class KeyCommand
{
    public static Command Create() => new("key", "API keys, by which machines ask") { Add(), List(), Revoke() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "What it is for, e.g. 'nightly export'" };
        var scope = new ScopeOptions();
        var command = new Command("add", "Makes a key and prints it, this once") { name };
        scope.AddTo(command);
        return command.Does((parsed, settings, stop) => WithAsync(settings, stop, async store =>
        {
            var (_, text) = await store.CreateAsync(parsed.GetValue(name)!, scope.Read(parsed, settings), stop);
            await Console.Error.WriteLineAsync("It is shown this once. Send it as the header 'Authorization: Bearer KEY'.");
            Console.WriteLine(text);
        }));
    }

    private static Command List() => new Command("list", "Lists them, and when each was last used").Does((_, settings, stop) =>
        WithAsync(settings, stop, async store => AccountTables.Print(Terminal.Results(), await store.ListAsync(stop))));

    private static Command Revoke()
    {
        var id = new Argument<Guid>("ID") { Description = "As 'key list' shows it" };
        return new Command("revoke", "Makes a key void, within seconds and for good") { id }.Does((parsed, settings, stop) => WithAsync(settings, stop, async store =>
        {
            var key = (await store.ListAsync(stop)).Find(key => key.Id == parsed.GetValue(id)) ?? throw new Fault("There is no such key. './engagement key list' lists them.");
            await store.RevokeAsync(key, stop);
        }));
    }

    private static async Task<int> WithAsync(Settings settings, CancellationToken stop, Func<ApiKeyStore, Task> act)
    {
        await using var database = await Database.OpenAsync(settings, stop);
        await act(new ApiKeyStore(database.Client, TimeProvider.System));
        return ExitCodes.Done;
    }
}
