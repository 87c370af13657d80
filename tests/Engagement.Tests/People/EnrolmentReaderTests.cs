using System.Text;
using Engagement.People.Enrolments;
using Engagement.People.Identifiers;
using Engagement.People.Identity;
using Engagement.Statements;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.People;

public sealed class EnrolmentReaderTests
{
    private static readonly Pseudonym Pseudonym = new("a key of the tests only"u8.ToArray());

    private const string Whole = """
        {"course":"https://example.org/c","learner":"https://lms.example.org/|ada","name":"Ada Lovelace","address":"ada@example.org",
         "cohort":"spring","facilitator":"grace@example.org","facilitator_name":"Grace Hopper","mode":"facilitated",
         "registered":"2026-01-12","withdrawn":"2026-02-01T10:00:00.1239+01:00","seat":12}
        """;

    private readonly EnrolmentReader _reader = new(Pseudonym);

    [Fact]
    public void A_whole_one_is_read()
    {
        var enrolment = Read(Whole).Enrolment!;
        var (ada, grace) = (Of("https://lms.example.org/|ada"), Of("grace@example.org"));
        Assert.Equal(("https://example.org/c", ada, "spring", grace, "facilitated"), (enrolment.Course, enrolment.Learner, enrolment.Cohort, enrolment.Facilitator, enrolment.Mode));
        Assert.Equal((Time("2026-01-12T00:00:00Z"), Time("2026-02-01T09:00:00.1239Z")), (enrolment.Registered, enrolment.Withdrawn));
        Assert.Equal(
        [
            new Person(ada, "Ada Lovelace", "ada@example.org", "https://lms.example.org/|ada"),
            new Person(grace, "Grace Hopper", "grace@example.org", "grace@example.org"),
        ], enrolment.People);
    }

    [Fact]
    public void Course_and_learner_are_enough()
    {
        var enrolment = Read("""{"course":"https://example.org/c","learner":{"mbox":"mailto:ada@example.org"},"name":null,"cohort":""}""").Enrolment!;
        Assert.Equal(("", Guid.Empty, "unknown", null, null), (enrolment.Cohort, enrolment.Facilitator, enrolment.Mode, enrolment.Registered, enrolment.Withdrawn));
        Assert.Equal([new Person(Of("ada@example.org"), "", "ada@example.org", "mailto:ada@example.org")], enrolment.People);
    }

    [Theory]
    [InlineData("https://example.org/c", "lovelace", "$.course")]
    [InlineData("https://lms.example.org/|ada", "lovelace", "$.learner")]
    [InlineData("\"https://lms.example.org/|ada\"", "{\"mbox\":\"lovelace\"}", "$.learner")]
    [InlineData("\"https://lms.example.org/|ada\"", "{\"lovelace\":1,\"mbox\":\"mailto:a@b.c\"}", "$.learner")]
    [InlineData("\"https://lms.example.org/|ada\"", "[\"lovelace\"]", "$.learner")]
    [InlineData("\"https://lms.example.org/|ada\"", "{\"account\":{\"homePage\":\"https://x.org/\",\"name\":\"lovelace\\ud800\"}}", "$.learner")]
    [InlineData("\"https://lms.example.org/|ada\"", "{\"lovelace\\ud800\":1}", "$.learner")]
    [InlineData("\"https://lms.example.org/|ada\"", "{\"member\":[{\"mbox\":\"mailto:a@lovelace.org\"}],\"objectType\":\"Group\"}", "$.learner")]
    [InlineData("Ada Lovelace", "lovelace\\u0000", "$.name")]
    [InlineData("Ada Lovelace", "lovelace\\ud800", "$.name")]
    [InlineData("\"Ada Lovelace\"", "42", "$.name")]
    [InlineData("ada@example.org", "ada lovelace@example.org", "$.address")]
    [InlineData("ada@example.org", "lovelace", "$.address")]
    [InlineData("spring", "lovelace\\n", "$.cohort")]
    [InlineData("grace@example.org", "lovelace:", "$.facilitator")]
    [InlineData("\"facilitator\"", "\"lovelace\"", "$.facilitator_name")]
    [InlineData("\"facilitated\"", "\"lovelace\"", "$.mode")]
    [InlineData("2026-01-12", "lovelace", "$.registered")]
    [InlineData("2026-02-01", "2025-02-01", "$.withdrawn")]
    [InlineData("\"seat\":12", "\"name\":\"lovelace\"", "$.name")]
    public void What_is_wrong_is_told_by_its_place_and_never_by_its_value(string right, string wrong, string path)
    {
        Assert.Contains(right, Whole, StringComparison.Ordinal);
        var result = Read(Whole.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(result.Enrolment);
        Assert.Equal(path, Assert.Single(result.Faults).Path);
        Assert.DoesNotContain("lovelace", string.Join(' ', result.Faults), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void All_faults_are_told_at_once() => Assert.Equal(
        ["$.course", "$.learner", "$.facilitator_name", "$.mode", "$.registered"],
        Read("""{"facilitator_name":"Grace","mode":1,"registered":"soon"}""").Faults.Select(fault => fault.Path));

    [Theory]
    [InlineData("name", 300)]
    [InlineData("cohort", 300)]
    [InlineData("facilitator_name", 300)]
    public void Texts_have_a_bound(string key, int longest)
    {
        Assert.Empty(Read(With(key, new string('x', longest))).Faults);
        Assert.Equal($"$.{key}", Assert.Single(Read(With(key, new string('x', longest + 1))).Faults).Path);
    }

    [Fact]
    public void A_message_has_a_bound()
    {
        var padding = new string(' ', EnrolmentReader.MaxBytes - Encoding.UTF8.GetByteCount(Whole));
        Assert.NotNull(Read(Whole + padding).Enrolment);
        Assert.Equal("$", Assert.Single(Read(Whole + padding + " ").Faults).Path);
    }

    [Fact]
    public void A_key_names_what_is_removed()
    {
        var removed = _reader.ReadRemoval("""["https://example.org/c", "ada@example.org"]"""u8).Enrolment!;
        Assert.Equal(("https://example.org/c", Of("ada@example.org"), true), (removed.Course, removed.Learner, removed.IsRemoved));
        Assert.Empty(removed.People);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.org/c")]
    [InlineData("""["https://example.org/c"]""")]
    [InlineData("""["https://example.org/c","ada@example.org",1]""")]
    [InlineData("""["https://example.org/c","ada@example.org"],2""")]
    [InlineData("""["ada","ada@example.org"]""")]
    [InlineData("""["https://example.org/c","ada"]""")]
    [InlineData("""["https://example.org/c",null]""")]
    public void Any_other_key_names_none(string key)
    {
        var result = _reader.ReadRemoval(Encoding.UTF8.GetBytes(key));
        Assert.Equal("$key", Assert.Single(result.Faults).Path);
        Assert.DoesNotContain("ada", string.Join(' ', result.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_make_it_throw() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        _ = _reader.Read(bytes);
        _ = _reader.ReadRemoval(bytes);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void No_damage_makes_it_throw()
    {
        var pieces = Gen.Elements("\"", "{", "}", "[", "]", ",", ":", "\\", "\\ud800", "\\u0000", "null", "1e999", "\u0085", "mbox", "account", "\"learner\":", "{\"account\":{}}", "{\"mbox\":1}");
        var damage = from at in Gen.Choose(0, Whole.Length) from length in Gen.Choose(0, 20) from piece in pieces.ArrayOf() select (at, length, string.Concat(piece));
        Prop.ForAll(damage.ToArbitrary(), how =>
        {
            var (at, length, piece) = how;
            var damaged = Encoding.UTF8.GetBytes(Whole[..at] + piece + Whole[Math.Min(Whole.Length, at + length)..]);
            var result = _reader.Read(damaged);
            Assert.Equal(result.Enrolment is null, result.Faults.Count > 0);
            for (var i = 0; i < damaged.Length; i += 37)
            {
                damaged[i] ^= 0x80; // no UTF-8 any more
                _ = _reader.Read(damaged);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private EnrolmentResult Read(string json) => _reader.Read(Encoding.UTF8.GetBytes(json));

    private static string With(string key, string value) =>
        $$"""{"course":"https://example.org/c","learner":"ada@example.org","facilitator":"g@example.org","{{key}}":"{{value}}"}""";

    private static Guid Of(string typed) => new ActorIdentifiers(Pseudonym).TryRead(typed, out var learner, out _) ? learner : throw new ArgumentException(typed);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
