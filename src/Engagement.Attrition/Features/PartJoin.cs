namespace Engagement.Attrition.Features;

/// <summary>
/// Both halves of person-weeks as one. They were asked for at the same time, but not of the same moment: a row that only one of them has is
/// of somebody who came or left between the two, and is left out.
/// </summary>
internal sealed class PartJoin(PartRows activity, PartRows coursework)
{
    private static readonly int[] ActivityPlaces = Places(FeaturePart.Activity), CourseworkPlaces = Places(FeaturePart.Coursework);

    private Dictionary<(string, Guid, DateOnly), int>? _rows;

    public PersonWeeks Join()
    {
        var pairs = Pairs();
        var columns = FeatureList.All.Count;
        var values = new float[pairs.Count * columns];
        for (var row = 0; row < pairs.Count; row++)
        {
            var to = values.AsSpan(row * columns, columns);
            Place(activity.Values.Row(pairs[row].Activity), ActivityPlaces, to);
            Place(coursework.Values.Row(pairs[row].Coursework), CourseworkPlaces, to);
        }
        return new PersonWeeks(
            activity.Courses, activity.Learners, Of(row => activity.Course[row]), Of(row => activity.Learner[row]), Column("day", day => (int)day), Of(row => activity.Cut[row]),
            Is("is_active"), Is("is_eligible"), Is("goes_silent"), Is("withdraws"), Is("gives_up"), new FeatureMatrix(values, columns));

        T[] Of<T>(Func<int, T> tell) => [.. pairs.Select(pair => tell(pair.Activity))];

        T[] Column<T>(string name, Func<float, T> tell)
        {
            var column = FeaturePart.Activity.Columns.Index().Single(one => one.Item == name).Index;
            return Of(row => tell(activity.Values.Row(row)[column]));
        }

        bool[] Is(string label) => Column(label, value => value != 0);
    }

    // As a rule the rows stand side by side.
    private List<(int Activity, int Coursework)> Pairs()
    {
        var pairs = new List<(int, int)>(activity.Rows);
        var next = 0;
        for (var row = 0; row < activity.Rows; row++)
        {
            var key = activity.Key(row);
            if ((next < coursework.Rows && coursework.Key(next) == key) || Find(key, out next)) pairs.Add((row, next++));
        }
        return pairs;
    }

    private bool Find((string, Guid, DateOnly) key, out int row)
    {
        _rows ??= Enumerable.Range(0, coursework.Rows).ToDictionary(coursework.Key);
        return _rows.TryGetValue(key, out row);
    }

    private static void Place(ReadOnlySpan<float> from, int[] places, Span<float> to)
    {
        for (var column = 0; column < places.Length; column++) to[places[column]] = from[column];
    }

    // Of its columns that are features, which are the first.
    private static int[] Places(FeaturePart part) => [.. part.Columns.Except(FeaturePart.Labels).Select(FeatureList.PlaceOf)];
}
