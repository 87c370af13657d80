using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Engagement.Embedded.ClickHouse.Native;
using Microsoft.AspNetCore.Http;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>What the URL and the headers of a request ask for.</summary>
internal sealed partial class QueryRequest
{
    private const string DefaultFormat = "TabSeparated";
    private const int DefaultBufferSize = 1 << 20;

    private readonly List<(string Name, string Value)> _settings = [];
    private readonly List<(string Name, string Value)> _parameters = [];

    /// <summary>The query, or the part of it, that the URL holds.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Null: <c>default</c>.</summary>
    public string? Database { get; private set; }

    /// <summary>Where the query names none.</summary>
    public string Format { get; private set; } = DefaultFormat;

    public string QueryId { get; private set; } = Guid.NewGuid().ToString();

    /// <summary>In the order of the URL, for this query alone.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings => _settings;

    /// <summary>Values of <c>{name:Type}</c>, escaped as TabSeparated.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters => _parameters;

    /// <summary>Answer only once the whole result is known, with the right status for any error.</summary>
    public bool WaitsForEnd { get; private set; }

    /// <summary>Bytes of the result held back before the first of them is sent.</summary>
    public int BufferSize { get; private set; } = DefaultBufferSize;

    public bool AcceptsGzip { get; private set; }

    /// <summary>GET and HEAD change nothing.</summary>
    public bool IsReadOnly { get; private init; }

    /// <exception cref="ChdbException">Asks for what this server can't do.</exception>
    public static QueryRequest Read(HttpRequest http)
    {
        var request = new QueryRequest { IsReadOnly = HttpMethods.IsGet(http.Method) || HttpMethods.IsHead(http.Method) };
        if (http.Headers.TryGetValue("X-ClickHouse-Database", out var database)) request.Database = database;
        if (http.Headers.TryGetValue("X-ClickHouse-Format", out var format)) request.Format = format.ToString();
        request.AcceptsGzip = http.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        foreach (var (name, values) in http.Query)
            foreach (var value in values)
                request.Take(name, value ?? "");
        return request;
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "query": Query = value; break;
            case "database": Database = value; break;
            case "default_format": Format = value; break;
            case "query_id" when value.Length > 0: QueryId = value; break;
            case "wait_end_of_query" or "http_wait_end_of_query": WaitsForEnd |= IsTrue(value); break;
            case "buffer_size" or "http_response_buffer_size": BufferSize = Size(name, value); break;
            case "enable_http_compression": AcceptsGzip &= IsTrue(value); break;
            case "user" or "password" or "quota_key" or "query_id" or "stacktrace" or "client_protocol_version" or "send_progress_in_http_headers": break;
            case "compress" or "decompress" when !IsTrue(value): break;
            case "compress" or "decompress":
                throw new ChdbException(ErrorCode.NotImplemented, $"{name}=1 (ClickHouse's own block compression) is not served by the embedded engine; use gzip");
            case "session_id" or "role":
                throw new ChdbException(ErrorCode.NotImplemented, $"{name} is not served by the embedded engine: every request is a session of its own");
            case "session_timeout" or "session_check" or "close_session": break;
            case not null when name.StartsWith("param_", StringComparison.Ordinal): _parameters.Add((name["param_".Length..], value)); break;
            case not null when SettingName().IsMatch(name): _settings.Add((name, value)); break;
            default: throw new ChdbException(ErrorCode.BadArguments, $"`{name}` is no name of a setting");
        }
    }

    /// <summary>The statements that make a fresh session what this request asks for.</summary>
    /// <param name="maxMemory">Bytes, unless the request says otherwise.</param>
    public IEnumerable<string> SessionStatements(long maxMemory)
    {
        if (Database is { Length: > 0 } and not "default") yield return $"USE `{Database.Replace("\\", @"\\").Replace("`", "\\`")}`";

        var settings = new Dictionary<string, string>
        {
            ["async_insert"] = "0", // an answered insert is on disk
            ["max_memory_usage"] = maxMemory.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in _settings) settings[name] = value;
        settings["log_comment"] = Mark; // the way to find the query among those that run: the engine gives it an id of its own
        yield return "SET " + string.Join(", ", settings.Select(s => $"{s.Key} = {Quote(s.Value)}"));
        if (IsReadOnly && !settings.ContainsKey("readonly")) yield return "SET readonly = 2";
    }

    public string Mark => _settings.LastOrDefault(s => s.Name == "log_comment") is { Value: not null } own ? $"{own.Value} {QueryId}" : QueryId;

    /// <summary>A text as SQL writes it.</summary>
    public static string Quote(string text) => $"'{text.Replace("\\", @"\\").Replace("'", "\\'")}'";

    public byte[] QueryBytes() => Encoding.UTF8.GetBytes(Query);

    private static bool IsTrue(string value) => value is "1" or "true";

    private static int Size(string name, string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size == 0 ? DefaultBufferSize : (int)Math.Min(size, 64 << 20)
            : throw new ChdbException(ErrorCode.BadArguments, $"{name} must be a number of bytes, not `{value}`");

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex SettingName();
}
