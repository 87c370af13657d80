using System.Text;
using Engagement.Kafka.Files;

namespace Engagement.Tests.Kafka;

public sealed class StatementFilesTests
{
    public static TheoryData<string, string, string[]> Files => new()
    {
        { "an empty file", "", [] },
        { "lines", "{\"a\":1}\n{\"a\":2}\n", ["{\"a\":1}", "{\"a\":2}"] },
        { "lines without a last line break", "{\"a\":1}\n{\"a\":2}", ["{\"a\":1}", "{\"a\":2}"] },
        { "lines of Windows", "{\"a\":1}\r\n{\"a\":2}\r\n", ["{\"a\":1}", "{\"a\":2}"] },
        { "a byte-order mark", "\uFEFF{\"a\":1}\n{\"a\":2}\n", ["{\"a\":1}", "{\"a\":2}"] },
        { "a byte-order mark before an array", "\uFEFF[{\"a\":1}]", ["{\"a\":1}"] },
        { "blank lines are messages", "{\"a\":1}\n\n  \n{\"a\":2}\n", ["{\"a\":1}", "", "  ", "{\"a\":2}"] },
        { "blank lines at the beginning too", "\n{\"a\":1}\n{\"a\":2}\n", ["", "{\"a\":1}", "{\"a\":2}"] },
        { "only line breaks", "\n\n", ["", ""] },
        { "one object on one line", "{\"a\":1}", ["{\"a\":1}"] },
        { "one object over lines", "{\n  \"a\": 1\n}\n", ["{\n  \"a\": 1\n}"] },
        { "objects over lines, one after the other", "{\n\"a\":1\n}\n{\n\"a\":2\n}{\"a\":3}", ["{\n\"a\":1\n}", "{\n\"a\":2\n}", "{\"a\":3}"] },
        { "an empty array", "[]", [] },
        { "an empty array with space", " [ \n ] ", [] },
        { "an array on one line", "[{\"a\":1},{\"a\":2}]", ["{\"a\":1}", "{\"a\":2}"] },
        { "an array over lines", "[\n  {\"a\":1},\n  {\n    \"a\": 2\n  }\n]\n", ["{\"a\":1}", "{\n    \"a\": 2\n  }"] },
        { "an array with an element a line", "[{\"a\":1}\n,{\"a\":2}\n]\n", ["{\"a\":1}", "{\"a\":2}"] },
        { "arrays within elements", "[{\"a\":[1,[2,3]]},{\"b\":[{}]}]", ["{\"a\":[1,[2,3]]}", "{\"b\":[{}]}"] },
        { "an array a line", "[{\"a\":1},{\"a\":2}]\n[{\"a\":3}]\n", ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"] },
        { "brackets and commas in strings", "[{\"a\":\"]},[{\"},{\"a\":\"{\"}]", ["{\"a\":\"]},[{\"}", "{\"a\":\"{\"}"] },
        { "escaped quotes", """[{"a":"\"},{\\"},{"a":"\\\""}]""", ["""{"a":"\"},{\\"}""", """{"a":"\\\""}"""] },
        { "elements that are no objects", "[1, \"x,y\" ,null]", ["1", "\"x,y\"", "null"] },
        { "missing elements are messages", "[{\"a\":1},,{\"a\":2},]", ["{\"a\":1}", "", "{\"a\":2}", ""] },
        { "a malformed element is cut out whole", "[{\"a\":},{\"a\":2}]", ["{\"a\":}", "{\"a\":2}"] },
        { "an array cut short", "[{\"a\":1},{\"a\"", ["{\"a\":1}", "{\"a\"", "!"] },
        { "an array cut short between elements", "[{\"a\":1},", ["{\"a\":1}", "!"] },
        { "text after an array", "[{\"a\":1}]\noops\n[{\"a\":2}]", ["{\"a\":1}", "oops", "{\"a\":2}"] },
        { "a malformed first line", "{\"a\":1\n{\"a\":2}\n{\"a\":3}\n", ["{\"a\":1", "{\"a\":2}", "{\"a\":3}"] },
        { "a first line that breaks off in a string", "{\"a\":\"x\n{\"a\":2}\n", ["{\"a\":\"x", "{\"a\":2}"] },
        { "a first line that breaks off after a colon", "{\"a\":\n{\"a\":2}\n{\"a\":3}\n", ["{\"a\":", "{\"a\":2}", "{\"a\":3}"] },
        { "a first line that is no JSON", "oops\n{\"a\":2}\n", ["oops", "{\"a\":2}"] },
        { "a first line that is a broken array", "[oops\n{\"a\":2}\n{\"a\":3}\n", ["[oops", "{\"a\":2}", "{\"a\":3}"] },
        { "a first line that only opens arrays", "[[[[\n{\"a\":2}\n", ["[[[[", "{\"a\":2}"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Cuts(string file, string text, string[] expected)
    {
        var values = await Reading.ValuesAsync(text);

        Assert.True(expected.SequenceEqual(values), $"{file}: {string.Join(" | ", values)}");
    }

    [Fact]
    public async Task Numbers_lines_and_elements_from_one()
    {
        var lines = await Reading.MessagesAsync("{}\n\n{}\n");
        var elements = await Reading.MessagesAsync("[{},{}]");

        Assert.Equal(["in, line 1", "in, line 2", "in, line 3"], lines.Select(m => m.Origin.ToString()));
        Assert.Equal(["in, element 1", "in, element 2"], elements.Select(m => m.Origin.ToString()));
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"long\":\"xxxxxxxxxxxxxxxx\"}\n{\"a\":2}\n")]
    [InlineData("[{\"a\":1},{\"long\":\"xxxxxxxxxxxxxxxx\"},{\"a\":2}]")]
    [InlineData("{\n\"a\":1}\n{\"long\":\n\"xxxxxxxxxxxxxxxx\"}\n{\"a\":2}")]
    public async Task A_statement_beyond_the_limit_is_a_fault_and_the_rest_goes_on(string text)
    {
        var messages = await Reading.MessagesAsync(text, maxBytes: 20);

        Assert.Equal(3, messages.Count);
        Assert.Null(messages[0].Fault);
        Assert.Contains("are more than the 20", messages[1].Fault);
        Assert.Equal(2, messages[1].Origin.Number);
        Assert.Equal("{\"a\":2}", Encoding.UTF8.GetString(messages[2].Value));
    }

    [Fact]
    public async Task A_line_of_five_megabytes_passes_whole()
    {
        var big = $"{{\"a\":\"{new string('x', 5 * 1024 * 1024)}\"}}";

        var values = await Reading.ValuesAsync($"{{}}\n{big}\n{{}}\n", maxBytes: 8 * 1024 * 1024);

        Assert.Equal(["{}", big, "{}"], values);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_pass_as_they_are()
    {
        byte[] line = [(byte)'{', 0xFF, 0xC0, 0x00, (byte)'}'];

        var message = Assert.Single(await Reading.MessagesAsync([.. line, (byte)'\n']));

        Assert.Equal(line, message.Value);
    }

    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "]")]
    public async Task A_nesting_of_ten_thousand_is_one_message_among_others(string open, string close)
    {
        var bomb = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        var values = await Reading.ValuesAsync($"{bomb}\n{{\"a\":2}}\n");

        Assert.Equal([bomb, "{\"a\":2}"], values);
    }

    [Fact]
    public async Task Gzip_is_known_by_its_bytes_whatever_the_name_also_in_several_members()
    {
        byte[] packed = [.. Reading.Gzip("{\"a\":1}\n{\"a\""), .. Reading.Gzip(":2}\n")];

        Assert.Equal(["{\"a\":1}", "{\"a\":2}"], Reading.Values(await Reading.MessagesAsync(packed)));
        Assert.Equal(["{\"a\":1}", "{\"a\":2}"], Reading.Values(await Reading.MessagesAsync(new ChunkedStream(packed, [1]))));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task A_gzip_file_that_was_cut_short_is_an_error_that_names_it(double kept)
    {
        var packed = Reading.Gzip(string.Join("\n", Enumerable.Range(0, 5000).Select(i => $"{{\"a\":{i * 7919 % 5003}}}")));

        var error = await Assert.ThrowsAsync<StatementFileException>(
            () => Reading.MessagesAsync(packed[..(int)(packed.Length * kept)]));

        Assert.Contains("in is a damaged gzip file", error.Message);
    }

    [Fact]
    public async Task A_gzipped_file_of_nothing_has_no_messages() => Assert.Empty(await Reading.MessagesAsync(Reading.Gzip("")));

    [Fact]
    public async Task A_gzip_file_with_a_wrong_byte_is_an_error()
    {
        var packed = Reading.Gzip(string.Join("\n", Enumerable.Range(0, 5000)));
        packed[packed.Length / 2] ^= 0x55;

        await Assert.ThrowsAsync<StatementFileException>(() => Reading.MessagesAsync(packed));
    }

    [Fact]
    public void A_missing_file_is_said_before_any_is_read()
    {
        var error = Assert.Throws<StatementFileException>(() => new StatementFiles(["/nowhere/at-all.jsonl"]));

        Assert.StartsWith("/nowhere/at-all.jsonl can't be read: ", error.Message);
    }

    [Fact]
    public void A_folder_is_refused_with_a_hint()
    {
        var error = Assert.Throws<StatementFileException>(() => new StatementFiles([Path.GetTempPath()]));

        Assert.Contains("it is a folder", error.Message);
    }

    [Fact]
    public async Task Several_files_come_in_order_and_the_bytes_read_reach_the_total()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (first, second) = (Path.Combine(folder.FullName, "1"), Path.Combine(folder.FullName, "2"));
            await File.WriteAllTextAsync(first, "{\"a\":1}\n");
            await File.WriteAllBytesAsync(second, Reading.Gzip("[{\"a\":2}]"));

            var files = new StatementFiles([first, second]);
            var values = Reading.Values(await files.ReadAsync().ToListAsync());

            Assert.Equal(["{\"a\":1}", "{\"a\":2}"], values);
            Assert.Equal(new FileInfo(first).Length + new FileInfo(second).Length, files.TotalBytes);
            Assert.Equal(files.TotalBytes, files.BytesRead);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
