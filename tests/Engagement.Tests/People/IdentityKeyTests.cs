using System.Text;
using Engagement.People.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.People;

public sealed class IdentityKeyTests
{
    private static readonly Person Ada = new(Guid.NewGuid(), "Ada Lovelace", "ada@example.org", "https://lms.example.org/|ada");

    private static readonly IdentityKey Key = new("an identity key of tests"u8);

    [Fact]
    public void What_is_sealed_is_opened_as_it_was() => Prop.ForAll(ArbMap.Default.ArbFor<(Guid, NonNull<string>, NonNull<string>)>(), told =>
    {
        var person = new Person(told.Item1, Whole(told.Item2.Get), Whole(told.Item3.Get), Whole(told.Item2.Get + told.Item3.Get));
        Assert.Equal(person, Key.OpenPerson(person.Id, Key.Seal(person)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_can_be_read_in_a_seal_and_no_two_are_alike()
    {
        var (first, second) = (Key.Seal(Ada), Key.Seal(Ada));
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("Ada", Encoding.Latin1.GetString(Convert.FromBase64String(first)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_bit_flipped_anywhere_and_it_does_not_open()
    {
        var sealedAda = Convert.FromBase64String(Key.Seal(Ada));
        for (var bit = 0; bit < sealedAda.Length * 8; bit++)
        {
            sealedAda[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<IdentityKeyException>(() => Key.OpenPerson(Ada.Id, Convert.ToBase64String(sealedAda)));
            sealedAda[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.Equal(Ada, Key.OpenPerson(Ada.Id, Convert.ToBase64String(sealedAda)));
    }

    [Fact]
    public void A_seal_cut_anywhere_or_spelled_otherwise_does_not_open()
    {
        var text = Key.Seal(Ada);
        Assert.All(Enumerable.Range(0, text.Length), length => Assert.Throws<IdentityKeyException>(() => Key.OpenPerson(Ada.Id, text[..length])));
        Assert.Throws<IdentityKeyException>(() => Key.OpenPerson(Ada.Id, text + "\n"));
    }

    [Fact]
    public void A_row_cannot_take_the_place_of_another() =>
        Assert.Throws<IdentityKeyException>(() => Key.OpenPerson(Guid.NewGuid(), Key.Seal(Ada)));

    [Fact]
    public void Another_key_opens_nothing_and_the_error_says_what_to_do()
    {
        var error = Assert.Throws<IdentityKeyException>(() => new IdentityKey("another identity key"u8).OpenPerson(Ada.Id, Key.Seal(Ada)));
        Assert.Contains("Privacy:IdentityKey", error.Message, StringComparison.Ordinal);
        Assert.Contains(Ada.Id.ToString(), error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(80)]
    public void A_key_has_16_bytes_or_more(int length)
    {
        var secret = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        Assert.Equal(Ada, new IdentityKey(secret).OpenPerson(Ada.Id, new IdentityKey(secret).Seal(Ada)));
        Assert.Throws<ArgumentException>(() => new IdentityKey(secret.AsSpan(0, 15)));
    }

    [Fact]
    public void As_text_a_person_is_a_pseudonym() => Assert.Equal(Ada.Id.ToString(), $"{Ada}");

    // JSON has no half of a surrogate pair; the reader of enrolments lets none through.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
