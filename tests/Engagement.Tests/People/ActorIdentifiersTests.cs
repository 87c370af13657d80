using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.People.Identifiers;
using Engagement.Statements;

namespace Engagement.Tests.People;

public class ActorIdentifiersTests
{
    private static readonly byte[] Key = "a key of the tests only"u8.ToArray();

    private static readonly string Sha1 = Convert.ToHexStringLower(SHA1.HashData("mailto:ada@example.org"u8));

    public static TheoryData<string, string> Identifiers => new()
    {
        { "ada@example.org", "sha1:" + Sha1 },
        { "Ada@Example.org", "sha1:" + Sha1 },
        { "mailto:ada@example.org", "sha1:" + Sha1 },
        { "MAILTO:ada@example.org", "sha1:" + Sha1 },
        { Sha1.ToUpperInvariant(), "sha1:" + Sha1 },
        { "https://id.example.org/ada", "openid:https://id.example.org/ada" },
        { "https://lms.example.org/|ada@example.org", "account:https://lms.example.org/|ada@example.org" },
        { "https://lms.example.org/|Ada|1", "account:https://lms.example.org/|Ada|1" },
    };

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void What_statements_carry_has_the_pseudonym_ingest_gives_it(string typed, string identifier)
    {
        Assert.True(ActorIdentifiers.IsOne(typed));
        Assert.True(new ActorIdentifiers(new Pseudonym(Key)).TryRead(typed, out var learner, out _));
        Assert.Equal(new Pseudonym(Key).Of(Encoding.UTF8.GetBytes(identifier)), learner);
    }

    [Theory]
    [InlineData("8be24aaa-ebb6-a708-4e2c-48f10743add4")]
    [InlineData("8be2")]
    [InlineData("Ada")]
    public void A_pseudonym_its_beginning_and_a_name_are_no_identifier(string typed) => Assert.False(ActorIdentifiers.IsOne(typed));

    [Theory]
    [InlineData("ada lovelace@example.org")]
    [InlineData("lovelace|ada")]
    [InlineData("lovelace: ada")]
    public void What_no_actor_can_have_is_refused_without_being_repeated(string typed)
    {
        Assert.False(new ActorIdentifiers(new Pseudonym(Key)).TryRead(typed, out _, out var reason));
        Assert.Contains("$.actor", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("lovelace", reason, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"mbox":"mailto:Ada@example.org","name":"Ada"}""", "ada@example.org")]
    [InlineData("""{"objectType":"Agent","account":{"homePage":"https://lms.example.org/","name":"ada"}}""", "https://lms.example.org/|ada")]
    [InlineData("""{"openid":"https://id.example.org/ada"}""", "https://id.example.org/ada")]
    public void An_actor_as_statements_have_it_is_the_same_learner(string agent, string typed)
    {
        var identifiers = new ActorIdentifiers(new Pseudonym(Key));
        Assert.True(identifiers.TryRead(JsonElement.Parse(agent), out var learner, out _));
        Assert.True(identifiers.TryRead(typed, out var same, out _));
        Assert.Equal(same, learner);
    }
}
