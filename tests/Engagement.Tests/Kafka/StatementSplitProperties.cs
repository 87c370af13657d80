using System.Text;
using System.Text.Json;
using Engagement.Kafka.Feeding;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Kafka;

/// <summary>What must hold for any text, most of it malformed.</summary>
public sealed class StatementSplitProperties
{
    private const int SmallLimit = 24;

    private static readonly Gen<string> Text =
        Gen.Elements("{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\r\n", " ", "a", "\"k\":", "{\"a\":1}", "{\n\"a\":1}", "\uFEFF", "é", "12345678")
            .ArrayOf().Select(string.Concat);

    private static readonly Gen<int[]> ReadSizes = Gen.Choose(1, 7).NonEmptyListOf().Select(sizes => sizes.ToArray());

    [Theory]
    [InlineData(Reading.MaxBytes)]
    [InlineData(SmallLimit)]
    public void Messages_do_not_depend_on_how_the_bytes_arrive(int maxBytes) =>
        Check(Text.Zip(ReadSizes).ToArbitrary(), input =>
        {
            var (text, sizes) = input;
            var bytes = Encoding.UTF8.GetBytes(text);
            return Described(Now(Reading.MessagesAsync(bytes, maxBytes)))
                .SequenceEqual(Described(Now(Reading.MessagesAsync(new ChunkedStream(bytes, sizes), maxBytes))));
        });

    [Fact]
    public void Lines_put_together_again_are_the_file() =>
        Check(Text.ToArbitrary(), text =>
        {
            var file = "no JSON\n" + text.Replace("\r", "") + "\n";
            var lines = Reading.Values(Now(Reading.MessagesAsync(file)));
            return string.Concat(lines.Select(line => line + "\n")) == file;
        });

    [Fact]
    public void No_byte_but_space_and_separators_is_lost() =>
        Check(Text.ToArbitrary(), text =>
        {
            var cut = Now(Reading.MessagesAsync(text)).Where(m => m.Fault is null).Sum(m => Letters(Encoding.UTF8.GetString(m.Value)));
            return cut == Letters(text);
        });

    [Fact]
    public void Elements_of_an_array_are_those_a_JSON_parser_finds() =>
        Check(Gen.Elements("{}", "{\"a\":[1,{\"b\":\"],\\\"\"}]}", "{\n \"x\" : \"\\\\\" }").ArrayOf().ToArbitrary(), elements =>
        {
            var file = "[" + string.Join(" ,\n", elements) + " ]\n";
            using var parsed = JsonDocument.Parse(file);
            return Reading.Values(Now(Reading.MessagesAsync(file)))
                .SequenceEqual(parsed.RootElement.EnumerateArray().Select(e => e.GetRawText()));
        });

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    private static IEnumerable<string> Described(IEnumerable<FeedMessage> messages) =>
        messages.Select(m => $"{m.Origin} {Convert.ToHexString(m.Value)} {m.Fault}");

    // In memory and never waiting: a property is a plain function.
    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Check<T>(Arbitrary<T> inputs, Func<T, bool> holds) =>
        Prop.ForAll(inputs, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
