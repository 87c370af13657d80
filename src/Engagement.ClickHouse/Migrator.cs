using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Engagement.ClickHouse.Clusters;

namespace Engagement.ClickHouse;

/// <summary>
/// Brings a database to the newest schema: the files of Migrations/ in order of their number, each once. A file is never
/// changed after it has shipped; one that was is refused. Then the files of Views/, whenever one of them has changed: a view
/// holds nothing, so it is simply made anew. Every statement can be repeated, so dying half way is harmless.
/// </summary>
/// <remarks>Errors as <see cref="ClickHouseClient"/> has them, and <see cref="MigrationException"/>.</remarks>
public sealed class Migrator(ClickHouseClient client)
{
    // The views as a whole stand in the table of migrations under this number.
    private const int ViewsNumber = 0;

    private sealed record Applied(int Number, string Checksum);

    private sealed record Table(string Name);

    /// <summary>Applies what is missing.</summary>
    /// <returns>Names of the files applied now.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancel = default)
    {
        using (var server = client.InDatabase("default"))
            await server.ExecuteAsync("CREATE DATABASE IF NOT EXISTS " + Sql.Name(client.Database), cancel: cancel);
        await RefuseOtherPlacesAsync(cancel);
        await client.ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS migrations (number UInt32, name String, checksum String, applied_at DateTime DEFAULT now())
            ENGINE = ReplacingMergeTree(applied_at) ORDER BY number
            """, cancel: cancel);

        var applied = (await client.ListAsync<Applied>("SELECT number, checksum FROM migrations FINAL", cancel: cancel))
            .ToDictionary(m => m.Number, m => m.Checksum);
        var done = new List<string>();
        foreach (var (number, name, text) in Files())
        {
            var checksum = Checksum(text);
            if (applied.TryGetValue(number, out var known))
            {
                if (known != checksum)
                    throw new MigrationException(
                        $"The tables of database {client.Database} were made by another build, whose {name} differs, and can't be brought up to this one. "
                        + "Use another data folder (--data DIR) or database (ClickHouse__Database), and send the statements again.");
                continue;
            }
            foreach (var statement in Sql.Statements(text)) await client.ExecuteAsync(statement, cancel: cancel);
            await RememberAsync(number, name, checksum, cancel);
            done.Add(name);
        }
        await MakeViewsAsync(done, applied.GetValueOrDefault(ViewsNumber), cancel);
        return done;
    }

    // Rows do not move from one server's tables to a cluster's by a setting, and with the other setting half of them would not be seen.
    private async Task RefuseOtherPlacesAsync(CancellationToken cancel)
    {
        var made = (await client.ListAsync<Table>(
            "SELECT DISTINCT table AS name FROM system.columns WHERE database = currentDatabase() AND table IN {tables:Array(String)}",
            [("tables", (string[])["statements", TablePlaces.Local("statements")])], cancel)).ConvertAll(table => table.Name);
        if (made.Contains("statements") && made.Contains(TablePlaces.Local("statements")) != client.Cluster.Length > 0)
            throw new MigrationException(client.Cluster.Length > 0
                ? $"The tables of database {client.Database} were made for one server, and ClickHouse:Cluster names {client.Cluster}. Use another database (ClickHouse__Database), and send the statements again."
                : $"The tables of database {client.Database} were made for a cluster: name it in ClickHouse:Cluster.");
    }

    /// <summary>The migrations this build carries, in order.</summary>
    public static IEnumerable<(int Number, string Name, string Text)> Files() =>
        Texts("Migrations").Select(f => (int.Parse(f.Name[..4], System.Globalization.CultureInfo.InvariantCulture), f.Name, f.Text));

    /// <summary>The views this build carries, in order.</summary>
    public static IEnumerable<(string Name, string Text)> Views() => Texts("Views");

    // A migration may have replaced what a view reads, so after one they are all made anew.
    private async Task MakeViewsAsync(List<string> done, string? known, CancellationToken cancel)
    {
        var views = Views().ToList();
        var checksum = Checksum(string.Concat(views.Select(v => v.Text)));
        if (done.Count == 0 && known == checksum) return;
        foreach (var (_, text) in views)
            foreach (var statement in Sql.Statements(text)) await client.ExecuteAsync(statement, cancel: cancel);
        await RememberAsync(ViewsNumber, "views", checksum, cancel);
        done.Add("views");
    }

    private Task RememberAsync(int number, string name, string checksum, CancellationToken cancel) =>
        client.ExecuteAsync("INSERT INTO migrations (number, name, checksum) SELECT {n:UInt32}, {name:String}, {sum:String}",
            [("n", number), ("name", name), ("sum", checksum)], cancel: cancel);

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<(string Name, string Text)> Texts(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Engagement.ClickHouse.{folder}.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..], reader.ReadToEnd());
        }
    }
}
