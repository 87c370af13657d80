using System.Text;

namespace Engagement.Tests.Statements;

/// <summary>A message made of good statements, then changed in a few places: bytes, pieces of JSON, cuts, doublings.</summary>
internal static class DamagedStatement
{
    private static readonly byte[][] Good =
    [
        Bytes(Sample.Full),
        Bytes(Sample.Least),
        Bytes($"[{Sample.Least},{Sample.Full},{Sample.Least}]"),
        Bytes(Sample.With("version", "\"2.0.0\"")),
        Bytes(Sample.With("object", $$"""{"objectType":"SubStatement",{{Sample.Least.Trim()[1..]}}""", Sample.Least)),
        Bytes(Sample.With("actor", """{"objectType":"Group","openid":"https://group.example","member":[{"mbox":"mailto:a@b.c"}]}""")),
    ];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0061", "\\ud83d\\ude00", "\\ud800", "null", "true", "0", "-1", "1e999999999999", "\"\"", "{}", "[]",
            "\"id\":", "\"actor\":{}", "\"objectType\":\"Group\"", "\"objectType\":\"SubStatement\"", "\"member\":[]", "\"version\":\"2.0.0\"", "\uFEFF", "é", "\0", "\n",
            "P1Y", "T", "Z", "-00:00", "2016-12-31T23:59:60Z", "00000000-0000-0000-0000-000000000000", "http://", "mailto:", "x-", "-", "@",
            new string('[', 100), new string('9', 400), "\"score\":{\"scaled\":1E-400}",
        }.Select(Bytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    public static byte[] Make(Random random)
    {
        var bytes = new List<byte>(Good[random.Next(Good.Length)]);
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--) Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 40), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            default:
                if (random.Next(4) == 0) bytes.RemoveRange(at, bytes.Count - at);
                else bytes[at] = (byte)"0123456789abcdefPTZ-:.+ "[random.Next(24)];
                break;
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
