namespace Engagement.Attrition.Evaluation;

/// <summary>Person-weeks by their scores, highest first: sorted once, then asked any number of times. Safe from many threads at once.</summary>
public sealed class Ranking
{
    private readonly int[] _learner;
    private readonly bool[] _event;
    private readonly int[] _ends; // after each run of equal scores
    private readonly int[] _once;

    /// <exception cref="ArgumentException">A score is NaN: it has no rank.</exception>
    public Ranking(ScoredWeeks weeks)
    {
        if (weeks.Score.Any(double.IsNaN)) throw new ArgumentException("A score is NaN, which has no rank", nameof(weeks));
        var score = weeks.Score.ToArray();
        int[] rows = [.. Enumerable.Range(0, weeks.Rows)];
        Array.Sort(score, rows);
        Array.Reverse(score);
        Array.Reverse(rows);
        _learner = Array.ConvertAll(rows, row => weeks.Learner[row]);
        _event = Array.ConvertAll(rows, row => weeks.Event[row]);
        _ends = [.. Enumerable.Range(1, score.Length).Where(end => end == score.Length || score[end] != score[end - 1])];
        _once = new int[_learner.DefaultIfEmpty(-1).Max() + 1];
        Array.Fill(_once, 1);
    }

    /// <summary>The share of pairs, one with the event and one without, in which the one with it scored higher; equal scores count half.
    /// NaN where there are no such pairs.</summary>
    public double Auc() => Auc(_once);

    /// <summary>The same with learners counted several times or not at all.</summary>
    /// <param name="times">How often each learner counts, by their number.</param>
    public double Auc(ReadOnlySpan<int> times)
    {
        long events = 0, others = 0, halves = 0;
        var row = 0;
        foreach (var end in _ends)
        {
            long eventsHere = 0, othersHere = 0;
            for (; row < end; row++)
            {
                if (_event[row]) eventsHere += times[_learner[row]];
                else othersHere += times[_learner[row]];
            }
            halves += othersHere * (2 * events + eventsHere);
            events += eventsHere;
            others += othersHere;
        }
        return halves / (2.0 * events * others);
    }

    /// <summary>Area under precision by recall, as average precision: the precision at each distinct score, weighted by the recall gained
    /// there. The base rate is what chance gets. NaN where nothing happened.</summary>
    public double AveragePrecision()
    {
        var (events, row) = (0, 0);
        var sum = 0.0;
        foreach (var end in _ends)
        {
            var before = events;
            for (; row < end; row++)
                if (_event[row]) events++;
            sum += (events - before) * ((double)events / end);
        }
        return sum / events;
    }
}
