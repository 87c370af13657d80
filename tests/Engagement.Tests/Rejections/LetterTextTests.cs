using System.Text;
using Engagement.Ingest.Rejections;
using Engagement.Rejections;

namespace Engagement.Tests.Rejections;

public class LetterTextTests
{
    private static readonly LetterPlace Place = new("t", 0, 0, 0, 0, 0, "");

    [Fact]
    public void Letter_can_do_nothing_to_a_terminal_and_is_not_endless()
    {
        Assert.Equal("a [2J é", LetterText.Of(new Letter(Place, LetterState.Whole, [], Encoding.UTF8.GetBytes("a\u001b[2J\né"))));
        Assert.EndsWith("x … (5000 bytes)", LetterText.Of(new Letter(Place, LetterState.Whole, [], Encoding.UTF8.GetBytes(new string('x', 5000)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterState.Gone, "gone")]
    [InlineData(LetterState.Cut, "cut")]
    public void What_is_not_there_is_said_so(LetterState state, string word) =>
        Assert.Contains(word, LetterText.Of(Letter.Without(Place, state)), StringComparison.Ordinal);
}
