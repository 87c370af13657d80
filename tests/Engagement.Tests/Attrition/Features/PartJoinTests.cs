using Engagement.Attrition.Features;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Attrition.Features;

public class PartJoinTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];

    [Fact]
    public void A_row_has_the_features_of_both_halves_where_the_list_has_them()
    {
        var joined = new PartJoin(Rows(FeaturePart.Activity, [0]), Rows(FeaturePart.Coursework, [0])).Join();
        foreach (var name in FeatureList.Names)
        {
            var part = FeaturePart.Coursework.Columns.Contains(name) ? FeaturePart.Coursework : FeaturePart.Activity;
            Assert.Equal(Value(part, name, 0), joined.Features.Row(0)[FeatureList.PlaceOf(name)]);
        }
        Assert.Equal((int)Value(FeaturePart.Activity, "day", 0), joined.Day[0]);
    }

    [Fact]
    public void Each_feature_is_in_one_half() =>
        Assert.Equal(
            FeatureList.Names.Concat(FeaturePart.Labels).Order(),
            FeaturePart.Activity.Columns.Concat(FeaturePart.Coursework.Columns).Order());

    [Fact]
    public void Rows_that_one_half_lacks_are_left_out() => Prop.ForAll<byte, byte>((inActivity, inCoursework) =>
    {
        var (activity, coursework) = (Of(inActivity), Of(inCoursework));
        var joined = new PartJoin(Rows(FeaturePart.Activity, activity), Rows(FeaturePart.Coursework, coursework)).Join();
        var both = activity.Intersect(coursework).ToList();
        Assert.Equal(both.Select(person => People[person]), joined.Learner.Select(place => joined.Learners[place]));
        foreach (var (row, person) in both.Index())
        {
            Assert.Equal(Value(FeaturePart.Activity, "silence", person), joined.Features.Row(row)[FeatureList.PlaceOf("silence")]);
            Assert.Equal(Value(FeaturePart.Coursework, "missed", person), joined.Features.Row(row)[FeatureList.PlaceOf("missed")]);
        }
    }).Check(Config.QuickThrowOnFailure);

    private static int[] Of(byte bits) => [.. Enumerable.Range(0, People.Length).Where(person => (bits >> person & 1) != 0)];

    private static PartRows Rows(FeaturePart part, int[] people) => new(
        ["course"], [.. people.Select(person => People[person])], new int[people.Length], [.. Enumerable.Range(0, people.Length)],
        [.. people.Select(_ => new DateOnly(2026, 1, 1))],
        new FeatureMatrix([.. people.SelectMany(person => part.Columns.Select(name => Value(part, name, person)))], part.Columns.Count));

    // Of its own for each column and person.
    private static float Value(FeaturePart part, string name, int person) => 1000 * person + part.Columns.Index().Single(column => column.Item == name).Index + (part == FeaturePart.Activity ? 0.5f : 0);
}
