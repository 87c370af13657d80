using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.ClickHouse;

/// <summary>
/// Brings a database to the newest schema: the files of Migrations/ in order of their number, each once. A file is never
/// changed after it has shipped; one that was is refused. Every statement can be repeated, so dying half way is harmless.
/// </summary>
/// <remarks>Errors as <see cref="ClickHouseClient"/> has them, and <see cref="MigrationException"/>.</remarks>
public sealed class Migrator(ClickHouseClient client)
{
    private sealed record Applied(int Number, string Checksum);

    /// <summary>Applies what is missing.</summary>
    /// <returns>Names of the files applied now.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancel = default)
    {
        using (var server = client.InDatabase("default"))
            await server.ExecuteAsync("CREATE DATABASE IF NOT EXISTS " + Sql.Name(client.Database), cancel: cancel);
        await client.ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS migrations (number UInt32, name String, checksum String, applied_at DateTime DEFAULT now())
            ENGINE = ReplacingMergeTree(applied_at) ORDER BY number
            """, cancel: cancel);

        var applied = (await client.ListAsync<Applied>("SELECT number, checksum FROM migrations FINAL", cancel: cancel))
            .ToDictionary(m => m.Number, m => m.Checksum);
        var done = new List<string>();
        foreach (var (number, name, text) in Files())
        {
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            if (applied.TryGetValue(number, out var known))
            {
                if (known != checksum)
                    throw new MigrationException(
                        $"The tables of database {client.Database} were made by another build, whose {name} differs, and can't be brought up to this one. "
                        + "Use another data folder (--data DIR) or database (ClickHouse__Database), and send the statements again.");
                continue;
            }
            foreach (var statement in Sql.Statements(text)) await client.ExecuteAsync(statement, cancel: cancel);
            await client.ExecuteAsync("INSERT INTO migrations (number, name, checksum) SELECT {n:UInt32}, {name:String}, {sum:String}",
                [("n", number), ("name", name), ("sum", checksum)], cancel);
            done.Add(name);
        }
        return done;
    }

    /// <summary>The migrations this build carries, in order.</summary>
    public static IEnumerable<(int Number, string Name, string Text)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        const string folder = "Engagement.ClickHouse.Migrations.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[folder.Length..];
            yield return (int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }
}
