using Engagement.Explanations;
using Engagement.Hosting;
using Engagement.Metrics.Explanations;
using Engagement.Tests.Metrics.Explanations;

namespace Engagement.Tests.Explanations;

public class PlaceChoiceTests
{
    private static readonly IReadOnlyList<ExplainedSection> Sections = StatusTests.WorkedExample(withAnswer: false).Explained().Sections;

    [Theory]
    [InlineData("S3", "S3")]
    [InlineData("3", "S3")]
    [InlineData("thr", "S3")]
    [InlineData("s2", "S2")]
    public void A_section_is_meant_by_id_position_or_a_part_of_its_names(string typed, string section) =>
        Assert.Equal(section, PlaceChoice.Section(Sections, typed).SectionId);

    [Fact]
    public void An_id_that_is_a_number_goes_before_a_position() =>
        Assert.Equal(2, PlaceChoice.Section([Sections[0], Sections[1] with { SectionId = "1" }], "1").Position);

    [Fact]
    public void Sections_there_are_or_could_be_are_named()
    {
        Assert.Equal(
            "The outline has no section 5; it has:\n  1. One (S1)\n  2. Two (S2)\n  3. Three (S3)\n  4. Four (S4)",
            Assert.Throws<Fault>(() => PlaceChoice.Section(Sections, "5")).Message);
        Assert.Equal("Several sections could be t:\n  2. Two (S2)\n  3. Three (S3)", Assert.Throws<Fault>(() => PlaceChoice.Section(Sections, "t")).Message);
    }

    [Fact]
    public void A_course_is_to_be_picked_only_where_there_are_several()
    {
        Assert.Equal("a/1", PlaceChoice.Course(["a/1"], null));
        Assert.Equal("a/1", PlaceChoice.Course(["a/1", "a/12"], "a/1"));
        Assert.Equal("a/12", PlaceChoice.Course(["a/1", "a/12"], "12"));
        Assert.Equal("This is a learner of several courses. Pick one with --course:\n  a/1\n  a/12", Assert.Throws<Fault>(() => PlaceChoice.Course(["a/1", "a/12"], null)).Message);
        Assert.Equal("The learner is in no course b, but in:\n  a/1", Assert.Throws<Fault>(() => PlaceChoice.Course(["a/1"], "b")).Message);
        Assert.Equal("A/ could be:\n  a/1\n  a/12", Assert.Throws<Fault>(() => PlaceChoice.Course(["a/1", "a/12"], "A/")).Message);
    }
}
