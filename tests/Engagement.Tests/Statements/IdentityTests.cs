using System.Security.Cryptography;
using System.Text;
using Engagement.Statements;
using Engagement.Statements.Reading;

namespace Engagement.Tests.Statements;

/// <summary>Who a learner is, and which statements are the same.</summary>
public sealed class IdentityTests
{
    private const string Agent = """{"actor": @, "verb": {"id": "x:v"}, "object": {"id": "x:o"}}""";

    [Theory]
    [InlineData("""{"mbox": "mailto:Ann@Example.org"}""", "sha1:6168d27d1f76f1fd61099f4e24f911dbae8314dc")]
    [InlineData("""{"mbox_sha1sum": "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"}""", "sha1:ebd31e95054c018b10727ccffd2ef2ec3a016ee9")]
    [InlineData("""{"openid": "https://Ann.example"}""", "openid:https://Ann.example")]
    [InlineData("""{"account": {"name": "Ann", "homePage": "https://lms.example"}}""", "account:https://lms.example|Ann")]
    [InlineData("""{"objectType": "Group", "account": {"homePage": "https://lms.example", "name": "\u00c4nn\n"}}""", "account:https://lms.example|Änn\n")]
    public void Pseudonym_is_the_cut_HMAC_of_the_identifier(string actor, string identifier)
    {
        var expected = new Guid(HMACSHA256.HashData("a key for tests"u8, Encoding.UTF8.GetBytes(identifier)).AsSpan(0, 16), bigEndian: true);
        Assert.Equal(expected, Reading.Accepted(Agent.Replace("@", actor, StringComparison.Ordinal)).LearnerId);
    }

    [Theory]
    [InlineData("mailto:ann@example.org")]
    [InlineData("mailto:ANN@example.ORG")]
    [InlineData("mailto:ÄNN@example.org")]
    public void Mailbox_and_its_own_sum_are_one_learner(string mbox)
    {
        var sum = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(mbox.ToLowerInvariant())));
        Assert.Equal(
            Reading.Accepted(Agent.Replace("@", $$"""{"mbox": "{{mbox}}"}""", StringComparison.Ordinal)).LearnerId,
            Reading.Accepted(Agent.Replace("@", $$"""{"mbox_sha1sum": "{{sum}}"}""", StringComparison.Ordinal)).LearnerId);
    }

    [Fact]
    public void Recent_learners_stay_apart()
    {
        var sink = new VerdictSink();
        var reader = new StatementReader(Reading.Pseudonym);
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < 10_000; i++)
                reader.Read(Encoding.UTF8.GetBytes(Agent.Replace("@", $$"""{"openid": "x:{{i}}"}""", StringComparison.Ordinal)), 0, sink);
        Assert.Equal(10_000, sink.Verdicts.Select(v => v.LearnerId).Distinct().Count());
        Assert.All(Enumerable.Range(0, 10_000), i => Assert.Equal(sink.Verdicts[i].LearnerId, sink.Verdicts[i + 10_000].LearnerId));
    }

    [Fact]
    public void Empty_key_is_refused() => Assert.Throws<ArgumentException>(() => new Pseudonym([]));

    [Fact]
    public void Id_is_kept_where_there_is_one()
    {
        var verdict = Reading.Accepted(Sample.Full);
        Assert.Equal((new Guid("6690e6c9-3ef0-4ed3-8b37-7f3964730bee"), false), (verdict.Id, verdict.IdIsDerived));
    }

    [Fact]
    public void Derived_id_is_a_UUID_of_version_8()
    {
        var verdict = Reading.Accepted(Sample.Least);
        Assert.True(verdict.IdIsDerived);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", verdict.Id.ToString());
    }

    [Fact]
    public void Derived_id_is_that_of_the_documented_bytes()
    {
        var canonical = """{"actor":{"mbox":"mailto:ann@example.org"},"object":{"id":"https://course.example/page"},"verb":{"id":"http://adlnet.gov/expapi/verbs/experienced"}}""";
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(canonical));
        var verdict = Reading.Accepted(Sample.Least);
        Assert.Equal(Convert.ToHexStringLower(digest)[..12], verdict.Id.ToString("N")[..12]);
    }

    [Fact]
    public void Broker_time_does_not_enter_the_id()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample.Least);
        Assert.Equal(Reading.All(bytes, brokerTime: 1)[0].Id, Reading.All(bytes, brokerTime: 2)[0].Id);
    }

    [Theory]
    [InlineData("stored", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("authority", """{"mbox": "mailto:other@lrs.example"}""")]
    [InlineData("version", "\"1.0.1\"")]
    public void What_a_store_adds_does_not_count(string key, string json)
    {
        var plain = Reading.Accepted(Sample.Least);
        var stored = Reading.Accepted(Sample.With(key, json, Sample.Least));
        Assert.Equal((plain.Id, plain.ContentHash), (stored.Id, stored.ContentHash));
    }

    [Theory]
    [InlineData("timestamp", "\"2020-01-01T00:00:00Z\"")]
    [InlineData("result", "{}")]
    [InlineData("actor name", "\"Ann\"")]
    [InlineData("context", """{"extensions": {"x:e": {"definition": 1}}}""")]
    public void What_a_statement_says_counts(string path, string json)
    {
        var plain = Reading.Accepted(Sample.Least);
        var other = Reading.Accepted(Sample.With(path, json, Sample.Least));
        Assert.NotEqual(plain.Id, other.Id);
        Assert.NotEqual(plain.ContentHash, other.ContentHash);
    }

    [Theory]
    [InlineData("verb display", """{"de": "beantwortet"}""")]
    [InlineData("verb display", null)]
    [InlineData("object definition", """{"name": {"de": "Frage 1"}}""")]
    [InlineData("object definition", null)]
    [InlineData("context contextActivities grouping 0 definition", """{"name": {"en": "The course"}}""")]
    [InlineData("timestamp", "\"2026-03-01T11:00:00.125000+01:00\"")]
    [InlineData("object", """{"objectType": "Activity", "id": "https://course.example/unit-1/question-1"}""")]
    public void What_xAPI_lets_change_is_no_other_content(string path, string? json) => Assert.Equal(
        Reading.Accepted(Sample.Full).ContentHash, Reading.Accepted(Sample.With(path, json)).ContentHash);

    [Theory]
    [InlineData("verb id", "\"http://adlnet.gov/expapi/verbs/completed\"")]
    [InlineData("object id", "\"https://course.example/unit-1/question-2\"")]
    [InlineData("result duration", "\"PT90S\"")]
    [InlineData("timestamp", "\"2026-03-01T10:00:00.126Z\"")]
    [InlineData("timestamp", null)]
    [InlineData("attachments 0 display", """{"en": "Another"}""")]
    [InlineData("context contextActivities parent", """{"id": "https://course.example/unit-2"}""")]
    [InlineData("context extensions", """{"https://course.example/page": {"definition": 8, "verb": {"display": 1}}}""")]
    public void What_xAPI_holds_fast_is_other_content(string path, string? json) => Assert.NotEqual(
        Reading.Accepted(Sample.Full).ContentHash, Reading.Accepted(Sample.With(path, json)).ContentHash);

    [Fact]
    public void Words_of_xAPI_within_an_extension_count()
    {
        ulong With(string json) => Reading.Accepted(Sample.With("context extensions", json)).ContentHash;
        Assert.NotEqual(With("""{"x:e": {"definition": 1}}"""), With("""{"x:e": {"definition": 2}}"""));
        Assert.NotEqual(With("""{"x:e": {"verb": {"display": 1}}}"""), With("""{"x:e": {"verb": {"display": 2}}}"""));
        Assert.NotEqual(With("""{"x:e": {"member": [1, 2]}}"""), With("""{"x:e": {"member": [2, 1]}}"""));
    }

    [Fact]
    public void Members_of_a_group_have_no_order()
    {
        ulong Of(string members) => Reading.Accepted(Sample.With("context team", $$"""{"objectType": "Group", "member": [{{members}}]}""")).ContentHash;
        const string Ann = """{"openid": "https://ann.example"}""", Bob = """{"openid": "https://bob.example"}""";
        Assert.Equal(Of($"{Ann}, {Bob}"), Of($"{Bob}, {Ann}"));
        Assert.NotEqual(Of($"{Ann}, {Bob}"), Of(Ann));
        Assert.NotEqual(Of($"{Ann}, {Ann}"), Of($"{Ann}, {Bob}"));
    }

    [Fact]
    public void A_sub_statements_definition_and_display_are_no_other_content()
    {
        string With(string display, string definition) => Sample.With("object", $$$"""
            {"objectType": "SubStatement", "actor": {"mbox": "mailto:bob@example.org"}, "verb": {"id": "x:v"{{{display}}}}, "object": {"id": "x:o"{{{definition}}}}}
            """, Sample.Least);
        Assert.Equal(
            Reading.Accepted(With("", "")).ContentHash,
            Reading.Accepted(With(""", "display": {"en": "did"}""", """, "definition": {"name": {"en": "O"}}""")).ContentHash);
    }

    [Theory]
    [InlineData("object definition", """{"name": {"en": "x"}}""")]
    [InlineData("verb display", """{"en": "x"}""")]
    public void A_derived_id_is_made_of_all_that_was_sent(string path, string json) => Assert.NotEqual(
        Reading.Accepted(Sample.Least).Id, Reading.Accepted(Sample.With(path, json, Sample.Least)).Id);

    [Fact]
    public void Order_in_an_array_counts()
    {
        var one = Reading.Accepted(Sample.With("context", """{"extensions": {"x:e": [1, 2]}}""", Sample.Least));
        var other = Reading.Accepted(Sample.With("context", """{"extensions": {"x:e": [2, 1]}}""", Sample.Least));
        Assert.NotEqual(one.Id, other.Id);
        Assert.NotEqual(one.ContentHash, other.ContentHash);
    }

    [Theory]
    [InlineData("""{"x:a": {"x:b": 1, "x:c": 2}}""", """{"x:a": {"x:b": 2, "x:c": 1}}""")]
    [InlineData("""{"x:a": {"x:b": 1}, "x:c": {}}""", """{"x:a": {}, "x:c": {"x:b": 1}}""")]
    [InlineData("""{"x:a": 1, "x:b": 1}""", """{"x:a": 2, "x:b": 2}""")]
    [InlineData("""{"x:a": "1"}""", """{"x:a": 1}""")]
    [InlineData("""{"x:a": "null"}""", """{"x:a": null}""")]
    [InlineData("""{"x:a": []}""", """{"x:a": {}}""")]
    [InlineData("""{"x:a": [[1], 2]}""", """{"x:a": [[1, 2]]}""")]
    [InlineData("""{"x:a": "abcdefgh"}""", """{"x:a": "abcdefghabcdefgh"}""")]
    [InlineData("""{"x:a": {"id": 1}}""", """{"x:a": {}}""")]
    public void What_a_member_belongs_to_counts(string one, string other) => Assert.NotEqual(
        Reading.Accepted(Sample.With("context extensions", one)).ContentHash,
        Reading.Accepted(Sample.With("context extensions", other)).ContentHash);

    [Fact]
    public void A_key_that_stands_twice_is_found_among_few_and_among_many()
    {
        foreach (var count in new[] { 2, 63, 64, 65, 66, 5000 })
        {
            var keys = Enumerable.Range(0, count).Select(i => $"\"x:{i}\": {i}").ToArray();
            string With(IEnumerable<string> members) => Sample.With("context", "{\"extensions\": {" + string.Join(',', members) + "}}", Sample.Least);
            Reading.Accepted(With(keys));
            Assert.Equal(Rules.DuplicateKey, Reading.One(With(keys.Append(keys[count / 2]))).Rule);
        }
    }

    [Fact]
    public void Every_key_of_xAPI_has_a_bit_of_its_own() => Assert.InRange((int)Enum.GetValues<Key>().Max(), 1, 63);

    [Theory]
    [InlineData("""{"x:a": {"id": 1, "id": 2}}""")]
    [InlineData("""{"x:a": [{"fileUrl": 1, "x:b": 2, "fileUr\u006c": 3}]}""")]
    public void A_known_key_that_stands_twice_is_found_where_it_means_nothing(string extensions) =>
        Assert.Equal(Rules.DuplicateKey, Reading.One(Sample.With("context extensions", extensions)).Rule);

    [Fact]
    public void Same_content_with_and_without_id_has_one_hash() => Assert.Equal(
        Reading.Accepted(Sample.Full).ContentHash,
        Reading.Accepted(Sample.With("id", null)).ContentHash);

    [Theory]
    [InlineData("é\\n/", "\\u00e9\\u000a\\/")]
    [InlineData("😀", "\\uD83D\\ude00")]
    [InlineData("\\\"\\\\", "\\u0022\\u005C")]
    public void Way_of_escaping_does_not_count(string one, string other)
    {
        var with = (string text) => Sample.Least.Replace("\"verb\"", $$"""  "result": {"response": "{{text}}"}, "verb" """, StringComparison.Ordinal);
        Assert.Equal(Reading.Accepted(with(one)).Id, Reading.Accepted(with(other)).Id);
        Assert.Equal(Reading.Accepted(with(one)).ContentHash, Reading.Accepted(with(other)).ContentHash);
    }
}
