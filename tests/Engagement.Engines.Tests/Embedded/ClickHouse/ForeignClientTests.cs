using System.Diagnostics;
using System.Text.Json;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

/// <summary>Clients that nobody here wrote.</summary>
public class ForeignClientTests
{
    private static readonly string Clients = Path.Combine(Root(), "tests", "clients");

    [Fact]
    public async Task The_official_JavaScript_client_works()
    {
        using var database = await ClickHouseEngine.NewEmptyDatabaseAsync();
        if (!Directory.Exists(Path.Combine(Clients, "node_modules"))) await RunAsync("npm", "ci", "--prefix", Clients, "--no-audit", "--no-fund");

        using var seen = JsonDocument.Parse(await RunAsync("node", Path.Combine(Clients, "clickhouse.mjs"), database.Url.ToString(), database.Database));

        Assert.Equal("""
            {"ping":true,"written":"50000","insertId":"string","streamed":50000,"boundId":"chosen-by-the-client",
            "bound":{"n":42,"text":"tab\t, quote ', back\\slash, é","list":[1,2],"at":"1970-01-01 00:00:00"},
            "gzip":50001,"error":{"isOfServer":true,"code":"60","type":"UNKNOWN_TABLE"},"aborted":true}
            """.ReplaceLineEndings(""), seen.RootElement.GetRawText());
    }

    [Fact]
    public async Task Curl_sends_and_takes_gzip()
    {
        using var database = await ClickHouseEngine.NewEmptyDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id");
        var url = $"{database.Url}?database={database.Database}";

        await RunAsync("bash", "-c", $"seq 1 100000 | gzip | curl -sS --fail -H 'Content-Encoding: gzip' --data-binary @- '{url}&query=INSERT+INTO+t+FORMAT+TSV'");
        var answer = await RunAsync("bash", "-c",
            $"exec 2>&1; set -o pipefail; curl -sS --fail -D /dev/stderr -H 'Accept-Encoding: gzip' '{url}&query=SELECT+id+FROM+t+ORDER+BY+id' | gunzip | sha256sum");
        var expected = await RunAsync("bash", "-c", "seq 1 100000 | sha256sum");

        Assert.Contains("Content-Encoding: gzip", answer);
        Assert.Contains(expected.Trim(), answer);
    }

    [Fact]
    public async Task Curl_sees_status_headers_and_words_of_an_error()
    {
        var url = await ClickHouseEngine.UrlAsync();

        var answer = await RunAsync("curl", "-sS", "-D-", $"{url}?query=SELECT+*+FROM+missing");

        Assert.StartsWith("HTTP/1.1 404 Not Found", answer);
        Assert.Contains("X-ClickHouse-Exception-Code: 60\r\n", answer);
        Assert.Contains("X-ClickHouse-Summary: {\"read_rows\":\"0\"", answer);
        Assert.Contains("Code: 60. DB::Exception: ", answer);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}{output}");
        return output;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Engagement.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
