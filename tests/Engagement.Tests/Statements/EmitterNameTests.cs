using System.Text;
using Engagement.Statements;

namespace Engagement.Tests.Statements;

/// <summary>Who sent what was refused.</summary>
public sealed class EmitterNameTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("no JSON at all", "")]
    [InlineData("\"object\"", "")]
    [InlineData("\"object\":\"https://", "")]
    [InlineData("""{"object":{"id":"https://LMS.example.org/a"}}""", "lms.example.org")]
    [InlineData("""{"object" : {"definition": {"choices": [{"id": "a"}]}, "id" : "http://lms.example.org:8443?x"}}""", "lms.example.org")]
    [InlineData("""{"object":{"id":"https:\/\/lms.example.org\/mod"},"x":"http:\/\/lrs.learninglocker.net\/define\/extensions\/info"}""", "Moodle at lms.example.org")]
    [InlineData("""{"object":{"id":"https://lms.example.org/a"},"context":{"extensions":{"https://w3id.org/xapi/openedx/extension/transformer-version":"x""", "Open edX at lms.example.org")]
    [InlineData("""{"object":{"id":"urn:articulate:storyline:6bEeHiVe0Nn/1"}}""", "Storyline")]
    [InlineData("""{"x":{"http://h5p.org/x-api/h5p-local-content-id":7},"object":{"id":"https://wp.example.org/h5p"}}""", "H5P at wp.example.org")]
    [InlineData("""{"object":{"id":"x:y"},"context":{"contextActivities":{"category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}}}""", "cmi5")]
    [InlineData("""{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","object":"https://lms.example.edu/p"}""", "Caliper at lms.example.edu")]
    public void Software_and_host_are_told_where_they_show(string refused, string name) =>
        Assert.Equal(name, EmitterName.Of(Encoding.UTF8.GetBytes(refused)));

    [Theory]
    [InlineData("""{"actor":{"account":{"homePage":"https://ann.example.org","name":"ann"}}}""")]
    [InlineData("""{"object":{"id":"https://ann@example.org/"}}""")]
    [InlineData("""{"object":{"id":"https://ann:secret@example.org/"}}""")]
    [InlineData("""{"object":{"id":"https://Ann Smith.example.org/"}}""")]
    [InlineData("""{"object":{"id":"https://ann/"}}""")]
    [InlineData("""{"object":{"id":"mailto:ann@example.org"}}""")]
    public void Nothing_of_a_person_is(string refused) => Assert.Equal("", EmitterName.Of(Encoding.UTF8.GetBytes(refused)));

    [Fact]
    public void Host_is_bounded_and_so_is_what_is_looked_at()
    {
        Assert.Equal("", EmitterName.Of(Encoding.UTF8.GetBytes("{\"object\":{\"id\":\"https://" + new string('a', 200) + ".org/\"}}")));
        Assert.Equal("", EmitterName.Of(Encoding.UTF8.GetBytes(new string(' ', 1 << 20) + """{"object":{"id":"https://lms.example.org/"}}""")));
    }
}
