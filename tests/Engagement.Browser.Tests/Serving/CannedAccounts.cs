using System.Text.Json;
using System.Text.RegularExpressions;

namespace Engagement.Browser.Tests.Serving;

/// <summary>The tables of accounts, so that somebody can sign in: rows are kept as they were inserted, and found by the parameters of a query.</summary>
internal sealed partial class CannedAccounts
{
    private readonly List<(string Table, Dictionary<string, JsonElement> Row)> _rows = [];
    private readonly Lock _lock = new();

    /// <param name="statement">An INSERT.</param>
    /// <param name="body">Its rows.</param>
    public void Insert(string statement, string body)
    {
        var table = Table().Match(statement).Groups[1].Value;
        lock (_lock)
            foreach (var line in body.Split('\n'))
                _rows.Add((table, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!));
    }

    /// <summary>The newest row of each key that has what the parameters ask for; null: the query is about something else.</summary>
    public List<Dictionary<string, JsonElement>>? Select(string sql, IReadOnlyDictionary<string, string> parameters)
    {
        var table = Table().Match(sql).Groups[1].Value;
        if (table.Length == 0) return null;
        lock (_lock)
            return [.. from stored in _rows
                where stored.Table == table
                group stored.Row by stored.Row.First().Value.ToString() + (table == "one_time_links" ? stored.Row["user_name"].ToString() : "") into versions
                let row = versions.Last()
                where !row.TryGetValue("is_deleted", out var deleted) || deleted.GetInt32() == 0
                where parameters.All(p => row[p.Key].ToString() == p.Value)
                select row];
    }

    [GeneratedRegex(@"(?:FROM|INTO)\s+(accounts|api_keys|api_key_uses|one_time_links|ended_sessions)\b")]
    private static partial Regex Table();
}
