using System.Text;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>What the text of a request says it is, by its keywords alone. Places are bytes from its start.</summary>
internal readonly record struct StatementShape
{
    /// <summary>An INSERT whose rows follow in the text or the body.</summary>
    public bool HasData { get; private init; }

    /// <summary>Where <c>FORMAT X</c> (or VALUES) begins, else where the last word ends.</summary>
    public int HeadEnd { get; private init; }

    /// <summary>Where the rows of an INSERT begin.</summary>
    public int DataStart { get; private init; }

    /// <summary>Format of the rows, or the one a query asks for; null where the text names none.</summary>
    public string? Format { get; private init; }

    /// <summary>Begins as a SELECT does.</summary>
    public bool IsSelect { get; private init; }

    /// <summary>Reads or writes a file of this machine by a clause that only ClickHouse's own client has.</summary>
    public bool TouchesClientFile { get; private init; }

    /// <summary>An INSERT that may go on in what was not read yet.</summary>
    public bool IsOpenInsert { get; private init; }

    /// <param name="text">All of the text, or the beginning of it.</param>
    /// <param name="isWhole">Nothing follows.</param>
    public static StatementShape Of(ReadOnlySpan<byte> text, bool isWhole)
    {
        var tokens = new SqlTokens(text);
        if (!tokens.Next()) return new StatementShape { IsOpenInsert = !isWhole };
        return tokens.Is("INSERT"u8) ? OfInsert(tokens, text, isWhole) : OfQuery(tokens);
    }

    private static StatementShape OfInsert(SqlTokens tokens, ReadOnlySpan<byte> text, bool isWhole)
    {
        var afterTarget = false; // a table may be called `format` or `values`
        while (tokens.Next())
        {
            if (tokens.End == text.Length && !isWhole) break; // the word may go on
            if (tokens.Depth > 0) continue;
            if (tokens.Is("INTO"u8) || tokens.Is("TABLE"u8) || tokens.Is("FUNCTION"u8) || tokens.Text is [(byte)'.'])
            {
                afterTarget = false;
                continue;
            }
            if (afterTarget)
            {
                if (tokens.Is("SELECT"u8) || tokens.Is("WITH"u8)) return new StatementShape();
                if (tokens.Is("FROM"u8)) return new StatementShape { TouchesClientFile = tokens.Next() && tokens.Is("INFILE"u8) };
                if (tokens.Is("VALUES"u8))
                    return new StatementShape { HasData = true, HeadEnd = tokens.Start, DataStart = tokens.End, Format = "Values" };
                if (tokens.Is("FORMAT"u8))
                {
                    var headEnd = tokens.Start;
                    if (!tokens.Next() || !tokens.IsWord || (tokens.End == text.Length && !isWhole)) break;
                    var dataStart = DataAfter(text, tokens.End);
                    if (dataStart == text.Length && !isWhole && text[^1] != '\n') break; // the line end may be still to come
                    return new StatementShape { HasData = true, HeadEnd = headEnd, DataStart = dataStart, Format = Encoding.UTF8.GetString(tokens.Text) };
                }
            }
            afterTarget = true;
        }
        return new StatementShape { IsOpenInsert = true, HeadEnd = text.Length, DataStart = text.Length };
    }

    private static StatementShape OfQuery(SqlTokens tokens)
    {
        var isSelect = tokens.Is("SELECT"u8) || tokens.Is("WITH"u8) || tokens.Is("FROM"u8) || tokens.Text is [(byte)'('];
        var touchesFile = false;
        var (head, formatStart, format) = (tokens.End, -1, (string?)null);
        var (sinceFormat, isInto) = (0, false);
        while (tokens.Next())
        {
            if (tokens.Text is [(byte)';']) continue;
            var isOutside = tokens.Depth == 0;
            touchesFile |= isOutside && isInto && tokens.Is("OUTFILE"u8);
            isInto = isOutside && tokens.Is("INTO"u8);
            // FORMAT is a clause only where a name follows it, and then nothing or SETTINGS; else it is a column's name.
            if (isOutside && tokens.Is("FORMAT"u8)) (formatStart, format, sinceFormat) = (tokens.Start, null, 0);
            else if (formatStart >= 0 && ++sinceFormat == 1 && tokens.IsWord) format = Encoding.UTF8.GetString(tokens.Text);
            else if (sinceFormat <= 2 && !tokens.Is("SETTINGS"u8)) (formatStart, format) = (-1, null);
            head = tokens.End;
        }
        return new StatementShape
        {
            IsSelect = isSelect, TouchesClientFile = touchesFile, Format = format, HeadEnd = format is null ? head : formatStart,
        };
    }

    // As ClickHouse: blanks and one line end after the name of the format are not data.
    private static int DataAfter(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\f') at++;
        if (at < text.Length && text[at] == ';') at++;
        if (at < text.Length && text[at] == '\r') at++;
        if (at < text.Length && text[at] == '\n') at++;
        return at;
    }
}
