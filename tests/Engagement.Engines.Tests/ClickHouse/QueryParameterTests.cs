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
}
