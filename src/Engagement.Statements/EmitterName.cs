using System.Buffers;
using System.Text;

namespace Engagement.Statements;

/// <summary>
/// Who sent what was refused, told from bytes that need not even be JSON: the software, where it leaves a mark of its own, and
/// the host of the activity. Never anything of the actor: neither text nor path nor user part of an address.
/// </summary>
public static class EmitterName
{
    /// <summary>Most bytes looked at: a refused message may be of any size.</summary>
    private const int Window = 64 << 10;

    private const int LongestHost = 100;

    // Extensions, categories and schemes that only their own software writes. The first that is found wins.
    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ("https://w3id.org/xapi/openedx/"u8.ToArray(), "Open edX"),
        ("http://lrs.learninglocker.net/define/extensions/info"u8.ToArray(), "Moodle"),
        ("http://h5p.org/x-api/"u8.ToArray(), "H5P"),
        ("urn:articulate:storyline:"u8.ToArray(), "Storyline"),
        ("https://w3id.org/xapi/cmi5/"u8.ToArray(), "cmi5"),
        ("http://purl.imsglobal.org/ctx/caliper"u8.ToArray(), "Caliper"),
    ];

    private static readonly SearchValues<byte> HostBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"u8);

    /// <returns>Such as <c>Open edX at courses.example.org</c>, <c>courses.example.org</c> or <c>H5P</c>; empty where nothing tells.</returns>
    public static string Of(ReadOnlySpan<byte> refused)
    {
        // PHP writes https:\/\/, which nobody needs to read.
        var bytes = refused[..Math.Min(refused.Length, Window)];
        if (bytes.IndexOf("\\/"u8) >= 0) bytes = WithoutEscapedSlashes(bytes);
        var software = "";
        foreach (var (mark, name) in Marks)
        {
            if (bytes.IndexOf(mark) < 0) continue;
            software = name;
            break;
        }
        var host = Host(bytes);
        return software.Length == 0 ? host : host.Length == 0 ? software : $"{software} at {host}";
    }

    /// <summary>Of the object's IRI, or of the first IRI that is an id behind it.</summary>
    private static string Host(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf("\"object\""u8);
        for (var length = 8; at >= 0; at = bytes.IndexOf("\"id\""u8), length = 4)
        {
            bytes = bytes[(at + length)..];
            var text = TextAfterColon(bytes);
            if (text.Contains((byte)':')) return HostOf(text); // ids of an interaction's components are no IRIs
        }
        return "";
    }

    /// <summary>A string value; empty where the value is none, or does not end here.</summary>
    private static ReadOnlySpan<byte> TextAfterColon(ReadOnlySpan<byte> afterKey)
    {
        var value = afterKey.TrimStart(" \t\r\n"u8);
        if (value.IsEmpty || value[0] != ':') return default;
        value = value[1..].TrimStart(" \t\r\n"u8);
        if (value.IsEmpty || value[0] != '"') return default;
        var end = value[1..].IndexOf((byte)'"');
        return end < 0 ? default : value.Slice(1, end);
    }

    private static string HostOf(ReadOnlySpan<byte> iri)
    {
        var scheme = iri.StartsWith("https://"u8) ? 8 : iri.StartsWith("http://"u8) ? 7 : 0;
        if (scheme == 0) return "";
        var end = iri[scheme..].IndexOfAny("/?#"u8);
        var authority = end < 0 ? iri[scheme..] : iri.Slice(scheme, end);
        var port = authority.LastIndexOf((byte)':');
        // What holds more than a name and a port, such as a user, is refused by the bytes a host may have.
        var host = port < 0 ? authority : authority[..port];
        var isHost = host.Length <= LongestHost && host.IndexOfAnyExcept(HostBytes) < 0 && host.Contains((byte)'.')
            && (port < 0 || authority[(port + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);
        return isHost ? Encoding.ASCII.GetString(host).ToLowerInvariant() : "";
    }

    private static byte[] WithoutEscapedSlashes(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("\\/", "/", StringComparison.Ordinal));
}
