using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.ClickHouse;

public class QueryParameterTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("a colleague's comment")]
    [InlineData("back\\slash, then 'quote\\'")]
    [InlineData("tab\t, line\n, comma, ] and é")]
    public async Task A_text_arrives_as_it_is_alone_and_in_an_array(string text)
    {
        using var clickHouse = await ClickHouseEngine.NewEmptyDatabaseAsync();
        Assert.Equal("1,1", await clickHouse.ScalarAsync(
            "SELECT concat(hex({text:String}) = {hex:String}, ',', arrayMap(x -> hex(x), {texts:Array(String)}) = [{hex:String}, '78'])",
            [("text", text), ("texts", new[] { text, "x" }), ("hex", Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text)))]));
    }

    [Theory]
    [InlineData("plain", "x")]
    [InlineData("it's (so, or so)", "back\\slash', ('")]
    [InlineData("", "tab\t, line\n] and é")]
    public async Task Tuples_in_an_array_arrive_as_they_are(string one, string other)
    {
        using var clickHouse = await ClickHouseEngine.NewEmptyDatabaseAsync();
        Assert.Equal("1,1,1", await clickHouse.ScalarAsync(
            "SELECT concat({pairs:Array(Tuple(String, String))} = [({one:String}, {other:String}), ('', 'y')], ',', {pair:Tuple(String, UUID)} = ({one:String}, {id:UUID}), ',', empty({none:Array(Tuple(String, String))}))",
            [("pairs", new[] { (one, other), ("", "y") }), ("one", one), ("other", other), ("pair", (one, Guid.AllBitsSet)), ("id", Guid.AllBitsSet),
                ("none", Array.Empty<(string, string)>())]));
    }
}
