using Engagement.Statements.Formats;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Attachments (xAPI-Data.md 2.4.11). Checked, not kept.</summary>
internal static class Attachments
{
    public static bool Read(ref Draft r, int token)
    {
        if (!r.Array(token)) return false;
        foreach (var item in r.Items(token))
            if (!ReadOne(ref r, item)) return false;
        return true;
    }

    private static bool ReadOne(ref Draft r, int token)
    {
        if (!r.Object(token)) return false;
        int usage = 0, display = 0, contentType = 0, length = 0, sha2 = 0, file = 0;
        foreach (var m in r.Members(token))
        {
            var fine = m.Key switch
            {
                Key.UsageType => r.Iri(usage = m.Value),
                Key.Display => LanguageMap.Read(ref r, display = m.Value),
                Key.Description => LanguageMap.Read(ref r, m.Value),
                Key.ContentType => ReadContentType(ref r, contentType = m.Value),
                Key.Length => ReadLength(ref r, length = m.Value),
                Key.Sha2 => ReadSha2(ref r, sha2 = m.Value),
                Key.FileUrl => r.Iri(file = m.Value),
                _ => r.Unknown(m, "An attachment"),
            };
            if (!fine) return false;
        }

        if (usage == 0) return r.Missing(token, Key.UsageType);
        if (display == 0) return r.Missing(token, Key.Display);
        if (contentType == 0) return r.Missing(token, Key.ContentType);
        if (length == 0) return r.Missing(token, Key.Length);
        if (sha2 == 0) return r.Missing(token, Key.Sha2);
        return file != 0 || r.Fail(Rules.Attachment, token, "Without fileUrl the attachment's bytes would have to come along, which they can't over Kafka.");
    }

    private static bool ReadContentType(ref Draft r, int token)
    {
        if (!r.String(token)) return false;
        var slash = r.Text(token).IndexOf((byte)'/');
        return slash > 0 && slash < r.Tape[token].Length - 1
            || r.Fail(Rules.Attachment, token, "The text is no media type such as application/pdf.");
    }

    private static bool ReadLength(ref Draft r, int token)
    {
        if (!r.Number(token, out var length)) return false;
        return length >= 0 && double.IsInteger(length) || r.Fail(Rules.Attachment, token, "The length of an attachment is a whole number of bytes.");
    }

    private static bool ReadSha2(ref Draft r, int token) =>
        r.String(token) && (Hex.IsSha2(r.Text(token)) || r.Fail(Rules.Attachment, token, "The text is no SHA-2 sum in hexadecimal digits."));
}
