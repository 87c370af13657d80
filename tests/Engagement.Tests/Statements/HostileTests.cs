using System.Globalization;
using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>Statements made to mislead the reader or to wear it out.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("1e99999999999")]
    [InlineData("-1e99999999999")]
    [InlineData("1e400")]
    [InlineData("1e+00000000000000000000009")]
    public void Number_beyond_all_bounds_is_not_taken_for_zero(string number) =>
        Reading.Rejected(WithScaled(number), Rules.Score, "$.result.score");

    [Theory]
    [InlineData("1e-99999999999", 0)]
    [InlineData("0e99999999999", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("0.5e0", 0.5)]
    [InlineData("5E-1", 0.5)]
    [InlineData("0.00000000000000000000000000000000000000000005e43", 0.5)]
    public void Number_written_strangely_keeps_its_value(string number, double value) =>
        Assert.Equal(value, Reading.Accepted(WithScaled(number)).ScaledScore);

    [Fact]
    public void Number_of_a_thousand_digits_keeps_its_value() =>
        Assert.Equal(0.25, Reading.Accepted(WithScaled("0.25" + new string('0', 1000))).ScaledScore);

    [Fact]
    public void Id_of_zeros_is_that_of_no_statement() => Assert.Equal(
        (Reading.Accepted(Sample.Least).Id, true),
        (Reading.Accepted(Sample.With("id", "\"00000000-0000-0000-0000-000000000000\"", Sample.Least)) is var zeros ? (zeros.Id, zeros.IdIsDerived) : default));

    [Theory]
    [InlineData("http://")]
    [InlineData("https://")]
    [InlineData("https:///unit-1")]
    [InlineData("http://?unit=1")]
    [InlineData("http://#unit-1")]
    public void Web_address_without_a_host_names_nothing(string iri) =>
        Reading.Rejected(Sample.With("object id", $"\"{iri}\""), Rules.Iri, "$.object.id");

    [Fact]
    public void Component_may_have_an_empty_id_once()
    {
        Reading.Accepted(Sample.With("object definition choices 1 id", "\"\""));
        Reading.Rejected(
            Sample.With("object definition choices", """[{"id": ""}, {"id": ""}]"""), Rules.Interaction, "$.object.definition.choices[1].id");
    }

    // One long escaped key that each of thousands of short ones is compared with.
    [Theory]
    [InlineData("en-x", "de-x")]
    [InlineData("de-x", "en-x")]
    [InlineData("aa-x", "zz-x")]
    [InlineData("zz-x", "aa-x")]
    public void Long_language_tag_is_not_unfolded_for_each_of_its_neighbours(string longTag, string shortTag)
    {
        var longKey = new StringBuilder($"\"\\u{(int)longTag[0]:x4}{longTag[1..]}");
        while (longKey.Length < 400_000) longKey.Append("-aaaaaaaa");
        var keys = Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"{shortTag}-{i:d5}\":\"Try It\""));
        var name = $"{{{longKey}\":\"Try It\",{string.Join(',', keys)}}}";
        var message = $$"""{"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"x:v"},"object":{"id":"x:o","definition":{"type":"http://adlnet.gov/expapi/activities/module","name":{{name}} } } }""";

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(SectionKind.TryIt, Reading.Accepted(message).KindHint);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64_000_000);
    }

    [Fact]
    public void Keys_with_escapes_are_told_apart_by_their_text() => Reading.Accepted(WithExtensions(
        """{"x:\ud83d\ude00": 1, "x:\ud83d\ude01": 2, "x:\u00e9": 3, "x:e": 4, "x:\/": 5, "x:a": 6, "x:\u0061\u0061": 7}"""));

    [Theory]
    [InlineData("""{"x:\ud83d\ude00": 1, "x:😀": 2}""")]
    [InlineData("""{"x:\u00e9": 1, "x:é": 2}""")]
    [InlineData("""{"x:a\/b": 1, "x:a/b": 2}""")]
    [InlineData("""{"\u0078:a": 1, "x:\u0061": 2}""")]
    public void Key_written_in_two_ways_stands_twice(string extensions) =>
        Reading.Rejected(WithExtensions(extensions), Rules.DuplicateKey, "$.context.extensions.*");

    private static string WithExtensions(string json) => Sample.Least.TrimEnd()[..^1] + $$""","context":{"extensions":{{json}} } }""";

    private static string WithScaled(string number) => Sample.Least.TrimEnd()[..^1] + $$""","result":{"score":{"scaled":{{number}}} } }""";
}
