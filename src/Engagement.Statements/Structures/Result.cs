using System.Text;
using Engagement.Statements.Formats;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Results (xAPI-Data.md 2.4.5).</summary>
internal static class Result
{
    /// <param name="record">Whether to take its columns; not those of a sub-statement.</param>
    public static bool Read(ref Draft r, int token, bool record)
    {
        if (!r.Object(token)) return false;
        foreach (var m in r.Members(token))
        {
            var fine = m.Key switch
            {
                Key.Score => Score.Read(ref r, m.Value, record),
                Key.Success => ReadFlag(ref r, m.Value, record, ref r.Columns.Success),
                Key.Completion => ReadFlag(ref r, m.Value, record, ref r.Columns.Completion),
                Key.Response => ReadResponse(ref r, m.Value, record),
                Key.Duration => ReadDuration(ref r, m.Value, record),
                Key.Extensions => ReadExtensions(ref r, m.Value, record),
                _ => r.Unknown(m, "A result"),
            };
            if (!fine) return false;
        }

        return true;
    }

    private static bool ReadFlag(ref Draft r, int token, bool record, ref bool? column)
    {
        if (!r.Boolean(token, out var value)) return false;
        if (record) column = value;
        return true;
    }

    private static bool ReadResponse(ref Draft r, int token, bool record)
    {
        if (!r.String(token)) return false;
        if (record) r.Columns.ResponseLength = Encoding.UTF8.GetCharCount(r.Text(token));
        return true;
    }

    private static bool ReadDuration(ref Draft r, int token, bool record)
    {
        if (!r.String(token)) return false;
        if (!Duration.TryParse(r.Text(token), out var micros))
            return r.Fail(Rules.Duration, token, "The text is no ISO 8601 duration such as PT1M30S or P4W.");
        if (record) r.Columns.DurationMicros = micros;
        return true;
    }

    private static bool ReadExtensions(ref Draft r, int token, bool record)
    {
        if (!Extensions.Read(ref r, token)) return false;
        if (record) Extensions.Take(ref r, token);
        return true;
    }
}
