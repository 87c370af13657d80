using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>The message around the statements: JSON itself, arrays, bounds.</summary>
public sealed class MessageTests
{
    private const string Good = """{"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"x:v"},"object":{"id":"x:o"}}""";

    [Theory]
    [InlineData("", Rules.Empty)]
    [InlineData(" \r\n\t", Rules.Empty)]
    [InlineData("\uFEFF", Rules.Empty)]
    [InlineData("5", Rules.Type)]
    [InlineData("\"text\"", Rules.Type)]
    [InlineData("null", Rules.Null)]
    [InlineData("{}", Rules.Required)]
    [InlineData("{", Rules.Json)]
    [InlineData("}", Rules.Json)]
    [InlineData("nul", Rules.Json)]
    [InlineData("[]]", Rules.Json)]
    [InlineData("[", Rules.Json)]
    [InlineData("{\"a\":1,}", Rules.Json)]
    [InlineData("{\"a\" 1}", Rules.Json)]
    [InlineData("{a:1}", Rules.Json)]
    [InlineData("{\"a\":01}", Rules.Json)]
    [InlineData("{\"a\":1.}", Rules.Json)]
    [InlineData("{\"a\":.5}", Rules.Json)]
    [InlineData("[]", Rules.Empty)]
    [InlineData(" [ ] \n", Rules.Empty)]
    [InlineData("{\"a\":+1}", Rules.Json)]
    [InlineData("{\"a\":1e}", Rules.Json)]
    [InlineData("{\"a\":-}", Rules.Json)]
    [InlineData("{\"a\":NaN}", Rules.Json)]
    [InlineData("{\"a\":'x'}", Rules.Json)]
    [InlineData("{\"a\":\"\\x\"}", Rules.Json)]
    [InlineData("{\"a\":\"\\u12G4\"}", Rules.Json)]
    [InlineData("{\"a\":\"line\nbreak\"}", Rules.Json)]
    [InlineData("{\"a\":[1}}", Rules.Json)]
    [InlineData("{\"a\":[1 2]}", Rules.Json)]
    [InlineData("{\"a\":1} {}", Rules.Json)]
    [InlineData("/* no */ {}", Rules.Json)]
    public void Message_without_a_statement_is_refused_once(string message, string rule) =>
        Assert.Equal(rule, Reading.One(message).Rule);

    [Fact]
    public void Every_cut_of_a_statement_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        for (var length = 1; length < bytes.Length; length++)
            Assert.Equal(Rules.Json, Assert.Single(Reading.All(bytes.AsSpan(0, length))).Rule);
    }

    [Fact]
    public void Byte_order_mark_is_passed_over() => Reading.Accepted("\uFEFF" + Good);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Good.Replace("x:v", "x:v?", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        var verdict = Assert.Single(Reading.All(bytes));
        Assert.Equal((Rules.Utf8, "$"), (verdict.Rule, verdict.Path));
    }

    [Fact]
    public void Bad_byte_in_one_element_does_not_spoil_its_neighbours()
    {
        var bytes = Encoding.UTF8.GetBytes($"[{Good},{Good.Replace("x:v", "x:v?", StringComparison.Ordinal)},{Good}]");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        Assert.Equal([null, Rules.Utf8, null], Reading.All(bytes).Select(v => v.Rule));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "$.*")]
    [InlineData("""{"id":1,"i\u0064":2}""", "$.id")]
    [InlineData("""{"actor":{"x":[{"name":1,"b":2,"name":3}]}}""", "$.actor.*[0].name")]
    [InlineData("""{"authority":{"name":1,"name":3}}""", "$.authority.name")]
    public void Key_that_stands_twice_is_refused(string message, string path) => Reading.Rejected(message, Rules.DuplicateKey, path);

    [Fact]
    public void Key_that_stands_twice_is_found_among_many()
    {
        var keys = Enumerable.Range(0, 1000).Select(i => $"\"x:{i * 7919 % 1000}\":1");
        Reading.Accepted(Sample.With("context extensions", $"{{{string.Join(',', keys)}}}"));
        var message = Sample.Full.Replace("\"https://course.example/page\": 7", string.Join(',', keys.Append("\"x:17\":2")), StringComparison.Ordinal);
        Reading.Rejected(message, Rules.DuplicateKey, "$.context.extensions.*");
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, Rules.Depth)]
    [InlineData(10_000, Rules.Depth)]
    [InlineData(1_000_000, Rules.Depth)]
    public void Nesting_is_bounded(int depth, string? rule)
    {
        // The statement, its context and the extensions are the first three levels.
        var bomb = new string('[', depth - 3) + new string(']', depth - 3);
        var message = Good[..^1] + $$""","context":{"extensions":{"x:e":{{bomb}} } } }""";
        Assert.Equal(rule, Reading.One(message, new ReadingOptions { MaxStatementBytes = int.MaxValue }).Rule);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"a\":[")]
    public void Bomb_that_never_closes_is_one_rejection(string unit) =>
        Assert.Equal(Rules.Json, Reading.One(string.Concat(Enumerable.Repeat(unit, 10_000))).Rule);

    [Fact]
    public void Bomb_does_not_spoil_its_neighbours()
    {
        var bomb = new string('[', 10_000) + new string(']', 10_000);
        Assert.Equal([null, Rules.Depth, null], Reading.All($"[{Good},{bomb},{Good}]").Select(v => v.Rule));
    }

    [Fact]
    public void Statement_larger_than_the_bound_is_refused_and_its_neighbours_are_not()
    {
        var large = Good[..^1] + $$""","result":{"response":"{{new string('x', 5_000_000)}}"} }""";
        Assert.Equal([null, Rules.Size, null], Reading.All($"[{Good},{large},{Good}]").Select(v => v.Rule));
        Assert.Equal(Rules.Size, Reading.One(large).Rule);
    }

    [Fact]
    public void Bound_of_size_is_inclusive()
    {
        Reading.Accepted(Good, new ReadingOptions { MaxStatementBytes = Good.Length });
        Reading.Rejected(Good, Rules.Size, "$", new ReadingOptions { MaxStatementBytes = Good.Length - 1 });
    }

    [Fact]
    public void Array_is_taken_statement_by_statement()
    {
        var verdicts = Reading.All($" [ {Good} , {{}} , 5 , {Good} ] ");
        Assert.Equal([null, Rules.Required, Rules.Type, null], verdicts.Select(v => v.Rule));
        Assert.Equal([0, 1, 2, 3], verdicts.Select(v => v.Index));
        Assert.Equal(["", "$[1].actor", "$[2]", ""], verdicts.Select(v => v.Path));
        Assert.Equal([0, 2, 1, 0], verdicts.Select(v => v.RawLength));
    }

    [Theory]
    [InlineData(",{\"a\":")]
    [InlineData(",")]
    [InlineData(",]")]
    [InlineData("")]
    [InlineData("] x")]
    [InlineData(" {}")]
    public void Array_that_breaks_off_keeps_what_was_complete(string rest)
    {
        var verdicts = Reading.All($"[{Good},{Good}{rest}");
        Assert.Equal([null, null, Rules.Json], verdicts.Select(v => v.Rule));
        Assert.Equal((2, "$[2]"), (verdicts[2].Index, verdicts[2].Path));
    }

    [Fact]
    public void Reader_carries_nothing_from_one_message_to_the_next()
    {
        var sink = new VerdictSink();
        var reader = new StatementReader(Reading.Pseudonym);
        foreach (var message in new[] { Good, Sample.Full, Good, "[", Good })
            reader.Read(Encoding.UTF8.GetBytes(message), Reading.BrokerTime, sink);
        Assert.Equal(sink.Verdicts[0], sink.Verdicts[2]);
        Assert.Equal(sink.Verdicts[0], sink.Verdicts[4]);
        Assert.Equal(Reading.Accepted(Sample.Full), sink.Verdicts[1]);
    }
}
