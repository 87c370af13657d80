using System.Security.Cryptography;
using System.Text;
using Engagement.Explanations;
using Engagement.Hosting;
using Engagement.Statements;

namespace Engagement.Tests.Explanations;

public class ActorIdentifierTests
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
        Assert.True(ActorIdentifier.IsOne(typed));
        Assert.Equal(new Pseudonym(Key).Of(Encoding.UTF8.GetBytes(identifier)), ActorIdentifier.PseudonymOf(typed, Key));
    }

    [Theory]
    [InlineData("8be24aaa-ebb6-a708-4e2c-48f10743add4")]
    [InlineData("8be2")]
    [InlineData("Ada")]
    public void A_pseudonym_its_beginning_and_a_name_are_no_identifier(string typed) => Assert.False(ActorIdentifier.IsOne(typed));

    [Theory]
    [InlineData("ada lovelace@example.org")]
    [InlineData("lovelace|ada")]
    [InlineData("lovelace: ada")]
    public void What_no_actor_can_have_is_refused_without_being_repeated(string typed)
    {
        var fault = Assert.Throws<Fault>(() => ActorIdentifier.PseudonymOf(typed, Key));
        Assert.Contains("$.actor", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lovelace", fault.Message, StringComparison.OrdinalIgnoreCase);
    }
}
